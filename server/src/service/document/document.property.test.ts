import assert from "node:assert/strict";
import fc from "fast-check";
import { parse, parseDocument, stringify } from "yaml";
import { CLEAN } from "../../../../test/fixture.ts";
import { runs } from "../../../../test/runs.ts";
import { assertSound } from "../../../../test/soundness.ts";
import { mapping, plain, scalarsOf, writeMapping } from "../../../../test/yamlData.ts";
import { type FrontMatter, parseFrontMatter } from "./frontMatter.ts";
import { locate } from "./node.ts";

describe("any text", () => {
  it("is read without an exception, and each place lies in the text", () => {
    const piece = fc.constantFrom(
      ..."--- +++ \n \r\n \t : ? - , [ ] { } # & * ! | > ' \" % @ ` \\ a b: c \uFEFF \u0000 \u2028 \uD800 🎉".split(
        " ",
      ),
      " ",
      "  ",
      "\n",
      "\n",
      "---\n",
      "\n- ",
      "key: ",
    );
    const pieces = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
    const text = fc.oneof(pieces, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
    const opened = fc.tuple(fc.constantFrom("", "---\n", "---\r\n", "---"), text, fc.constantFrom("", "\n---\n"));
    fc.assert(
      fc.property(opened, (parts) => assertSound(parts.join(""))),
      { numRuns: runs(2000) },
    );
  });

  it("even of bytes that are no text", () => {
    const decoder = new TextDecoder();
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, (content) => assertSound(`---\n${decoder.decode(content)}\n---\n`)),
      { numRuns: runs(300) },
    );
  });

  it("even with parts of an article cut, doubled and mixed", () => {
    const cut = fc.record({ from: fc.nat(CLEAN.length), length: fc.nat(120), to: fc.nat(CLEAN.length) });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\r"), (cuts, eol) => {
        let text = CLEAN.replaceAll("\n", eol);
        for (const { from, length, to } of cuts) {
          const rest = text.slice(0, from) + text.slice(from + length);
          text = rest.slice(0, to) + text.slice(from, from + length / 2) + rest.slice(to);
        }
        assertSound(text);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe("valid YAML", () => {
  it("has the values that the YAML package reads, and every scalar its place", () => {
    const style = fc.record({
      // What is folded in shorter lines, nobody tells from items that stand too deep.
      lineWidth: fc.constantFrom(0, 64, 80),
      defaultStringType: fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
      collectionStyle: fc.constantFrom("block", "flow", "any"),
    } as const);
    const eol = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(mapping, style, eol, (data, options, lineBreak) => {
        const content = stringify(data, { version: "1.1", ...options }).replaceAll("\n", lineBreak);
        // What the package writes it cannot always read.
        fc.pre(parseDocument(content, { version: "1.1", logLevel: "silent" }).errors.length === 0);
        assertReadAs(`---${lineBreak}${content}---${lineBreak}`, content);
      }),
      { numRuns: runs(400) },
    );
  });

  it("of the house style has the values that were written", () => {
    fc.assert(
      fc.property(mapping, (data) => {
        const content = writeMapping(data);
        assertReadAs(`---\n${content}---\n`, content);
        assert.deepEqual(plain(read(`---\n${content}---\n`).values), plain(data));
      }),
      { numRuns: runs(300) },
    );
  });
});

function read(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter, text);
  return frontMatter;
}

function assertReadAs(text: string, content: string): void {
  const { problems, values, root } = read(text);
  assert.deepEqual(problems, [], text);
  assert.deepEqual(plain(values), plain(parse(content, { version: "1.1" })), text);
  for (const [path, node] of scalarsOf(root)) {
    const written = text.slice(node.start, node.end);
    const isBlock = node.style === "literal" || node.style === "folded";
    if (!isBlock) assert.equal(written.trim(), written, text);
    if (!isBlock && !/\s/.test(written))
      assert.deepEqual(plain(parse(`- ${written}`, { version: "1.1" })), [plain(node.value)]);
    if (node.start < node.end && new Set(path).size > 0) assert.deepEqual(locate(root, node.start)?.node, node, text);
  }
}
