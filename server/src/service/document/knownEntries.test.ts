import assert from "node:assert/strict";
import fc from "fast-check";
import { CLEAN } from "../../../../test/fixture.ts";
import { runs } from "../../../../test/runs.ts";
import { TYPED } from "../../../../test/typed.ts";
import { parseFrontMatter } from "./frontMatter.ts";

describe("reading a text from the version before", () => {
  it("gives what reading it alone gives, edit by edit", () => {
    const end = CLEAN.indexOf("<p>");
    const edit = fc.record({ at: fc.nat(end), remove: fc.nat(3), insert: fc.constantFrom("", ...TYPED) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.constantFrom("\n", "\r\n"), (edits, lineBreak) => {
        let text = CLEAN.replaceAll("\n", lineBreak);
        let frontMatter = parseFrontMatter(text);
        for (const { at, remove, insert } of edits) {
          const next = text.slice(0, at) + insert + text.slice(at + remove);
          frontMatter = parseFrontMatter(next, { text, frontMatter });
          text = next;
          assert.deepEqual(frontMatter, parseFrontMatter(text), text);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
