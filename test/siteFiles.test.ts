import assert from "node:assert/strict";
import { check, complete, report } from "./fixture.ts";
import { SITE } from "./world.ts";

const CONFIG = { path: "curated-content.yaml", site: { ...SITE, "content/a.md": "" } };
const TOPICS = { path: "data/topics.yaml" };
const COMMUNITIES = { path: "data/communities.yaml" };

describe("a site's own files", () => {
  describe("diagnostics", () => {
    it("say nothing of files that are in order", async () => {
      for (const [path, text] of Object.entries(SITE)) assert.equal(await report(text, { path }), "");
      const config = "content: [content]\ncommunities: data/communities.yaml\nrules:\n  unknown-key: off\n";
      for (const text of [
        config,
        `---\n${config}`,
        `# A comment.\n---\n${config}...\n`,
        "",
        "# Nothing yet.\n",
        config.trimEnd(),
      ])
        assert.equal(await report(text, CONFIG), "", text);
    });

    it("mark what the configuration may not say", () =>
      check(
        `rules:
  unknown-key: loud
#              ^^^^ invalid-value
  unknwon-topic: off
# ^^^^^^^^^^^^^ misspelled-key
  no-such-rule: off
# ^^^^^^^^^^^^ unknown-key
  derived-value:
# ^^^^^^^^^^^^^ invalid-value
    off: on
vocabularies:
  topics: 7
#         ^ wrong-type
`,
        CONFIG,
      ));

    it("mark what no key holds in a list of communities, item by item", () =>
      check(
        `- slug: heart
  name: 5
#       ^ wrong-type
- nmae: Kidney
# ^^^^ misspelled-key
# ^^^^ missing-key
- slug: lung
  name: Lung
`,
        COMMUNITIES,
      ));

    it("lose no item but the one that cannot be read", () =>
      check(
        `- slug: lung
  name: 'Lung
#       ^ yaml-syntax
- slug: skin
  nam
# ^^^ yaml-syntax
stray
^^^^^ yaml-syntax
- slug: Heart
#       ^^^^^ invalid-value
  name: Heart
`,
        COMMUNITIES,
      ));

    it("mark a file that holds something else as a whole", async () => {
      assert.equal(await report("a: b\nc: d\n", COMMUNITIES), "1 wrong-type «a: b»");
      assert.equal(await report("- a: b\n", TOPICS), "1 wrong-type «- a: b»");
      assert.equal(await report("- a\n", CONFIG), "1 yaml-syntax «a»");
    });

    it("stay away from other YAML", async () => {
      for (const path of ["other.yaml", "content/data/topics.yaml", "hugo.yaml"]) {
        assert.equal(await report("contnt: [\n", { path }), "");
        assert.deepEqual(await complete("con$0\n", { path }), []);
      }
    });
  });
});
