import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../test/runs.ts";
import { createArticleFiles } from "./articleFiles.ts";

describe("articleFiles", () => {
  const step = fc.constantFrom("a", "b", "ab", "*", "a*", "?", "**", "{a,b}", "[ab]", "{a/b,b}", "x{a", "b}");
  const name = fc.constantFrom("a", "b", "ab", "c", "{a,b}");

  it("may lie in every folder above a file that is one of them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (globs, path) => {
          const files = createArticleFiles(globs.map((steps) => steps.join("/")));
          if (!files.matches(path.join("/"))) return;
          for (let depth = 1; depth < path.length; depth++) {
            assert.ok(files.mayLieIn(path.slice(0, depth).join("/")), `${JSON.stringify(globs)} ${path.join("/")}`);
          }
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it("lie in no folder that leads nowhere", () => {
    const files = createArticleFiles(["content/communities/*/curated-news/*.md", "posts/**/*.md"]);
    const folders = ["content", "content/communities", "content/communities/a", "content/communities/a/curated-news"];
    for (const folder of [...folders, "posts", "posts/a/b/c"]) assert.ok(files.mayLieIn(folder), folder);
    for (const folder of [
      "static",
      "content/blog",
      "content/communities/a/events",
      `${folders.at(-1)}/deeper`,
      "a/posts",
    ])
      assert.equal(files.mayLieIn(folder), false, folder);
  });
});
