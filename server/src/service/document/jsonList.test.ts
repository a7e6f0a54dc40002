import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../test/runs.ts";
import { insertJsonItems, readJsonList, removeJsonItem, reorderJsonItems, replaceJsonItem } from "./jsonList.ts";
import { applyEdits } from "./span.ts";

describe("a JSON list in a text", () => {
  for (const [source, fault, marked] of [
    ["", "noList", ""],
    ["a, b", "noList", "a, b"],
    ["[", "unclosedList", "["],
    ['["a"', "unclosedList", "["],
    ['["a]', "unclosedText", '"'],
    ['["a" "b"]', "noComma", '"b"'],
    ['["a "big" b"]', "noComma", 'big" b"'],
    ['["a",]', "extraComma", ","],
    ['[,"a"]', "extraComma", ","],
    ['["a",,"b"]', "extraComma", ","],
    ["[a, b]", "noText", "a"],
    ["['a']", "noText", "'a'"],
    ["[1]", "noText", "1"],
    ['["a", null ]', "noText", "null"],
    ['["\\d"]', "badEscape", "\\d"],
    ['["\\u12"]', "badEscape", "\\u"],
    ['["a\nb"]', "lineBreak", "\n"],
    ['["a"] x', "textBehind", "x"],
  ] as const) {
    it(`has ${fault} in ${JSON.stringify(source)}`, () => {
      const list = readJsonList(source);
      assert.ok(list.fault !== undefined);
      assert.equal(list.fault, fault);
      assert.equal(source.slice(list.start, list.end), marked);
    });
  }

  it("is read as JSON.parse reads it", () => {
    const piece = fc.constantFrom(..."[ ] , \" \\ \\u00e9 \\n a b 1 null { } : '".split(" "), " ", "\n", '"a"', '"b"');
    const source = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => `[${pieces.join("")}`),
      fc.json(),
      fc.array(fc.string({ unit: "binary" })).map((items) => JSON.stringify(items)),
    );
    fc.assert(
      fc.property(source, (text) => {
        const list = readJsonList(text);
        const parsed = textsOf(text);
        if (list.fault === undefined) assert.deepEqual(parsed, values(list.items), text);
        else {
          assert.equal(parsed, undefined, text);
          assert.ok(0 <= list.start && list.start <= list.end && list.end <= text.length);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it("is edited item by item", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 4 }), { maxLength: 5 });
    const written = fc
      .tuple(texts, fc.constantFrom(",", ", "), fc.boolean())
      .map(([items, comma, isAscii]) =>
        `[${items.map((item) => JSON.stringify(item)).join(comma)}]`.replace(/[^\0-\x7F]/g, (unit) =>
          isAscii ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}` : unit,
        ),
      );
    fc.assert(
      fc.property(written, fc.nat(), fc.string({ unit: "grapheme" }), (source, seed, value) => {
        const list = readJsonList(source);
        assert.ok(list.fault === undefined);
        const before = values(list.items);
        const index = seed % (before.length + 1);
        const item = list.items[index];
        const inserted = insertJsonItems(source, list.items, { index, values: [value, "x"] });
        assert.deepEqual(textsOf(applyEdits(source, [inserted])), before.toSpliced(index, 0, value, "x"));
        const removed = applyEdits(source, removeJsonItem(list.items, index));
        assert.deepEqual(textsOf(removed), before.toSpliced(index, 1));
        const sorted = before.toSorted();
        assert.deepEqual(textsOf(applyEdits(source, reorderJsonItems(source, list.items, sorted))), sorted);
        if (item === undefined) return;
        const replaced = applyEdits(source, [replaceJsonItem(source, item, value)]);
        assert.deepEqual(textsOf(replaced), before.toSpliced(index, 1, value));
      }),
      { numRuns: runs(500) },
    );
  });
});

function values(items: readonly { readonly value: string }[]): readonly string[] {
  return items.map(({ value }) => value);
}

function textsOf(source: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
  } catch {
    return undefined;
  }
}
