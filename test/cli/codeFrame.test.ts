import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toCheckedFile } from "../../server/src/cli/checkedFile.ts";
import { displayWidth } from "../../server/src/cli/displayWidth.ts";
import { excerptAt } from "../../server/src/cli/excerpt.ts";
import { plain } from "../../server/src/cli/palette.ts";
import { codeFrame } from "../../server/src/cli/reporters/codeFrame.ts";

describe("cli code frames", () => {
  it("show the line with carets below what is wrong", () => {
    assert.deepEqual(frame("a: b\nkey: [value] # why\n"), ["2 | key: value # why", "  |      ^^^^^"]);
  });

  it("point at a place where nothing stands, also at the end of a line or of the text", () => {
    assert.deepEqual(frame("key: []value"), ["1 | key: value", "  |      ^"]);
    assert.deepEqual(frame("key:[]\nnext: 1"), ["1 | key:", "  |     ^"]);
    assert.deepEqual(frame("[]"), ["1 |", "  | ^"]);
  });

  it("go to the end of the line where what is wrong goes on behind it, whatever ends lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      assert.deepEqual(frame(`a${end}key: [one${end}  two]${end}b`), ["2 | key: one", "  |      ^^^"]);
    }
  });

  it("count wide characters twice, those without width not at all, and tabs as four", () => {
    assert.deepEqual(frame("- 健康: [e\u0301x] 🙂"), ["1 | - 健康: e\u0301x 🙂", "  |         ^^"]);
    assert.deepEqual(frame("\t[\tx]"), ["1 |         x", "  |     ^^^^^"]);
  });

  it("spell out what would steer the terminal", () => {
    assert.deepEqual(frame("\u001bc: [x]\u202e"), ["1 | \\u001bc: x\\u202e", "  |          ^"]);
  });

  it("show a part of a long line", () => {
    const [line = "", carets = ""] = frame(`${"a".repeat(500)}[wrong]${"b".repeat(500)}`);
    assert.equal(line, `1 | …${"a".repeat(60)}wrong${"b".repeat(85)}…`);
    assert.equal(carets, `  | ${" ".repeat(61)}^^^^^`);
    const [whole = ""] = frame(`${"a".repeat(500)}[${"b".repeat(90)}]\n`);
    assert.equal(whole, `1 | …${"a".repeat(60)}${"b".repeat(90)}`);
  });

  it("are cut between characters, and say what stands in the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "🙂", "\n", "\r\n", "é", "x".repeat(40)), { maxLength: 30 }),
        fc.nat(),
        (parts, at) => {
          const text = parts.join("");
          const document = TextDocument.create("", "", 1, text);
          // An offset within a character or a line break is none.
          const { line, character } = document.positionAt(at % (text.length + 1));
          const offset = document.offsetAt({ line, character });
          fc.pre(!/[\ud800-\udbff]$/.test(text.slice(0, offset)));
          const excerpt = excerptAt(text, offset);
          const start = document.offsetAt({ line, character: excerpt.column - 1 });
          assert.equal(text.slice(start, start + excerpt.text.length), excerpt.text);
          assert.doesNotMatch(excerpt.text, /[\r\n]|\p{Cs}/u);
        },
      ),
    );
  });

  it("measure what a terminal shows", () => {
    assert.equal(displayWidth("abc"), 3);
    assert.equal(displayWidth("日本語"), 6);
    assert.equal(displayWidth("e\u0301"), 1);
    assert.equal(displayWidth("👍"), 2);
  });
});

/** The frame of a problem at what stands in brackets. */
function frame(marked: string): readonly string[] {
  const [start, end] = [marked.indexOf("["), marked.lastIndexOf("]") - 1];
  const text = marked.slice(0, start) + marked.slice(start + 1, end + 1) + marked.slice(end + 2);
  const rule = { ruleId: "a-rule", messageId: "fault", severity: "error", message: "Wrong.", href: "" } as const;
  const diagnostic = { ...rule, start, end, related: [], fix: undefined };
  const { problems } = toCheckedFile("/a.md", TextDocument.create("", "", 1, text), [diagnostic]);
  const [problem] = problems;
  assert.ok(problem !== undefined);
  return codeFrame(problem, plain);
}
