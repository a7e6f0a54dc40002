import assert from "node:assert/strict";
import fc from "fast-check";
import { CLEAN } from "../../../../test/fixture.ts";
import { runs } from "../../../../test/runs.ts";
import { TYPED } from "../../../../test/typed.ts";
import { findBlock } from "./block.ts";
import { entriesOf } from "./entries.ts";
import { readByEntry } from "./entryReading.ts";
import { newContext, readYamlNodes } from "./yamlNodes.ts";

function readEntries(text: string) {
  const { content } = findBlock(text) ?? assert.fail();
  const byEntry = readByEntry(text, entriesOf(text, content), { reader: "go-yaml-v2" });
  const whole = readYamlNodes(text.slice(content.start, content.end), content.start, newContext("go-yaml-v2"));
  return { byEntry, whole };
}

describe("reading entry by entry", () => {
  it("gives what the YAML package makes of the whole, or leaves it to others", () => {
    const end = CLEAN.indexOf("type: communities");
    const edit = fc.record({
      at: fc.integer({ min: 4, max: end }),
      remove: fc.nat(3),
      insert: fc.constantFrom("", ...TYPED),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), fc.constantFrom("\n", "\r\n"), (edits, lineBreak) => {
        let text = CLEAN.replaceAll("\n", lineBreak);
        for (const { at, remove, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + remove);
        const { byEntry, whole } = readEntries(text);
        if (byEntry === undefined || byEntry.problems.length > 0) return;
        assert.deepEqual(whole, { root: byEntry.root, errors: [] }, text);
      }),
      { numRuns: runs(400) },
    );
  });

  it("reads the clean article, and a key that is being typed", () => {
    assert.deepEqual(readEntries(CLEAN).byEntry?.problems, []);
    const typed = CLEAN.replace("status: ''", "stat");
    const start = typed.indexOf("stat\n");
    const { byEntry } = readEntries(typed);
    assert.deepEqual(byEntry?.problems, [{ code: "missingColon", start, end: start + 4 }]);
    assert.equal(byEntry?.root?.pairs.length, (readEntries(CLEAN).byEntry?.root?.pairs.length ?? 0) - 1);
  });

  it("leaves to others what only the whole can tell", () => {
    for (const front of ["a: &x 1\nb: *x\n", "a: [\nb: 1\n", "a\nb\n", "- a\n", "{}\n", "a: 1\n  b: 2\n"]) {
      assert.equal(readEntries(`---\n${front}---\n`).byEntry, undefined, front);
    }
  });
});
