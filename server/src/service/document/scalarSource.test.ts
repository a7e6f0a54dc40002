import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { runs } from "../../../../test/runs.ts";
import { plain, scalar, scalarsOf, writeMapping } from "../../../../test/yamlData.ts";
import { type FrontMatter, parseFrontMatter } from "./frontMatter.ts";
import type { JsonValue } from "./jsonValue.ts";
import type { Scalar } from "./node.ts";
import { editScalarText } from "./scalarEdit.ts";
import { sourceOf } from "./scalarSource.ts";
import { applyEdits } from "./span.ts";

describe("the source of a scalar's text", () => {
  for (const [name, written, expected] of [
    ["plain", "a b\n  c", ["a", " ", "b", "\n  ", "c"]],
    ["single-quoted", "'it''s'", ["i", "t", "''", "s"]],
    ["folded with blank lines", "'a  \n\n\n  b'", ["a", "  \n\n", "\n  ", "b"]],
    ["double-quoted", '"\\"\\x41\\u00e9\\/ \\t"', ['\\"', "\\x41", "\\u00e9", "\\/", " ", "\\t"]],
    ["of two code units", '"\\U0001F389x"', ["\\U0001F389", "\\U0001F389", "x"]],
    ["with an escaped line end", '"a \\\n  \\ b"', ["a", " ", "\\ ", "b"]],
    ["literal", "|\n  a\n   b\n", ["a", "\n  ", " ", "b", "\n"]],
    ["literal with a digit", "|2-\n   a\n  b\n", [" ", "a", "\n  ", "b"]],
    ["folded block", ">-\n  a\n  b\n\n  c\n   d\n", ["a", "\n  ", "b", "\n\n  ", "c", "\n  ", " ", "d"]],
    ["kept to the end", "|+\n  a\n", ["a", "\n", "\n"]],
  ] as const) {
    it(name, () => {
      for (const lineBreak of ["\n", "\r\n"]) {
        const text = `---\nk: ${written}\n---\n`.replaceAll("\n", lineBreak);
        const spans = sourceOf(text, scalarIn(text)) ?? [];
        assert.deepEqual(
          spans.map(({ start, end }) => text.slice(start, end)),
          expected.map((part) => part.replaceAll("\n", lineBreak)),
        );
      }
    });
  }

  it("is known of all that the house style and the YAML package write", () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const node of textsIn(text)) {
          const spans = sourceOf(text, node);
          assert.equal(spans?.length, node.text.length, text.slice(node.start, node.end));
          assertOrdered(spans ?? [], text, node);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe("a change of a part of a scalar's text", () => {
  const piece = fc.oneof(
    fc.constantFrom("", " ", "x", "it's", '"', "\\", "\n", " a b ", "Ärzte 🎉", "\t", ": ", " #", "'"),
    fc.string({ maxLength: 5 }),
  );

  it("makes the text that was meant, whatever its style", () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), fc.nat(8), piece, (text, pick, at, length, newText) => {
        const nodes = textsIn(text);
        const node = nodes[pick % Math.max(1, nodes.length)];
        if (node === undefined) return;
        const start = at % (node.text.length + 1);
        const change = { start, end: Math.min(node.text.length, start + length), newText };
        const edited = applyEdits(text, editScalarText(text, node, [change]));
        const expected = applyEdits(node.text, [change]);
        const after = textsIn(edited)[pick % nodes.length];
        assert.equal(read(edited).problems.length, 0, edited);
        assert.equal(after?.text, expected, `${text}\n${edited}`);
      }),
      { numRuns: runs(1500) },
    );
  });

  it("leaves folding and escapes around it alone", () => {
    for (const [written, part, by, expected] of [
      ["'one\n  two ''three'' four'", "three", "3's", "'one\n  two ''3''s'' four'"],
      ['"one \\\n  two\\x20three"', "two", '"', '"one \\\n  \\"\\x20three"'],
      [">-\n  one two\n  three", "wo", "o", ">-\n  one to\n  three"],
    ] as const) {
      const text = `---\nk: ${written}\n---\n`;
      const node = scalarIn(text);
      const start = node.text.indexOf(part);
      const edits = editScalarText(text, node, [{ start, end: start + part.length, newText: by }]);
      assert.equal(applyEdits(text, edits), `---\nk: ${expected}\n---\n`);
    }
  });
});

/** Front matter with one text in the house style, and in each style of the YAML package. */
const document = fc
  .tuple(
    fc.array(scalar, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("HOUSE", "PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
    fc.constantFrom(20, 80),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([values, style, lineWidth, lineBreak]) => {
    const data = Object.fromEntries(values.map((value, index): [string, JsonValue] => [`k${index}`, value]));
    const content =
      style === "HOUSE"
        ? writeMapping(data)
        : stringify(data, { version: "1.1", lineWidth, minContentWidth: 0, defaultStringType: style });
    return `---\n${content}---\n`.replaceAll("\n", lineBreak);
  })
  // What the package writes it cannot always read.
  .filter((text) => parseFrontMatter(text)?.problems.length === 0);

function assertOrdered(
  spans: readonly { readonly start: number; readonly end: number }[],
  text: string,
  node: Scalar,
): void {
  let before = { start: node.start, end: node.start };
  for (const [index, span] of spans.entries()) {
    const isSame = span === before;
    assert.ok(isSame || before.end <= span.start, `${index} of ${text}`);
    const unit = node.text.charAt(index);
    const source = text.slice(span.start, span.end);
    assert.ok(source === unit || /^(?:\s*|\\.*|'')$/su.test(source), `${JSON.stringify(source)} is no ${unit}`);
    before = span;
  }
}

function textsIn(text: string): readonly Scalar[] {
  return scalarsOf(read(text).root)
    .map(([, node]) => node)
    .filter((node) => plain(node.value) === node.text);
}

function scalarIn(text: string): Scalar {
  const [[, node] = []] = scalarsOf(read(text).root);
  assert.ok(node);
  return node;
}

function read(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter, text);
  return frontMatter;
}
