import assert from "node:assert/strict";
import fc from "fast-check";
import { composeEdits } from "./composedEdits.ts";
import { applyEdits, type TextEdit } from "./span.ts";

describe("composed edits", () => {
  it("of nothing are none", () => {
    assert.deepEqual(composeEdits("abc").edits, []);
    assert.deepEqual(composeEdits("abc").apply([]).edits, []);
    assert.equal(composeEdits("abc").text, "abc");
  });

  it("are edits of the first text", () => {
    const once = composeEdits("one two three").apply([
      { start: 0, end: 3, newText: "1" },
      { start: 8, end: 13, newText: "3" },
    ]);
    assert.equal(once.text, "1 two 3");
    const twice = once.apply([{ start: 2, end: 5, newText: "2" }]);
    assert.equal(twice.text, "1 2 3");
    assert.deepEqual(twice.edits, [
      { start: 0, end: 3, newText: "1" },
      { start: 4, end: 7, newText: "2" },
      { start: 8, end: 13, newText: "3" },
    ]);
  });

  it("join where one changes what another brought in", () => {
    const changed = composeEdits("one")
      .apply([{ start: 3, end: 3, newText: " three" }])
      .apply([{ start: 4, end: 4, newText: "two " }]);
    assert.deepEqual(changed.edits, [{ start: 3, end: 3, newText: " two three" }]);
  });

  it("are none where one takes another back", () => {
    const changed = composeEdits("one two")
      .apply([{ start: 0, end: 3, newText: "1" }])
      .apply([{ start: 0, end: 1, newText: "one" }]);
    assert.equal(changed.text, "one two");
    assert.deepEqual(changed.edits, []);
  });

  it("leave what they start from as it is", () => {
    const first = composeEdits("one");
    first.apply([{ start: 0, end: 3, newText: "two" }]);
    assert.equal(first.text, "one");
  });

  it("keep insertions at one place in their order", () => {
    const edits = [
      { start: 1, end: 1, newText: "x" },
      { start: 1, end: 1, newText: "y" },
    ];
    assert.equal(composeEdits("ab").apply(edits).text, applyEdits("ab", edits));
  });

  it("always make of the first text what is made step by step", () => {
    const rounds = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.string(), rounds, (first, seeds) => {
        let composed = composeEdits(first);
        let text = first;
        for (const seed of seeds) {
          const edits = editsOf(text, seed);
          text = applyEdits(text, edits);
          composed = composed.apply(edits);
        }
        assert.equal(composed.text, text);
        assert.equal(applyEdits(first, composed.edits), text);
        for (const [index, edit] of composed.edits.entries())
          assert.ok(edit.start > (composed.edits[index - 1]?.end ?? -1), "edits neither overlap nor touch");
      }),
    );
  });
});

/** Edits of a text that do not overlap, made of random numbers: a gap, a length, and the new text. */
function editsOf(text: string, seed: readonly (readonly [number, number, string])[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const [gap, length, newText] of seed) {
    const start = at + (gap % (text.length - at + 1));
    const end = Math.min(text.length, start + length);
    edits.push({ start, end, newText });
    at = end;
  }
  return edits;
}
