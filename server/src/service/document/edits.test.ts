import assert from "node:assert/strict";
import * as edits from "./edits.ts";
import { parseFrontMatter } from "./frontMatter.ts";
import type { JsonValue } from "./jsonValue.ts";
import { type Mapping, type Node, nodeAt, type Pair, type Path, pairAt, type Scalar, type Sequence } from "./node.ts";
import { applyEdits, type TextEdit } from "./span.ts";

// Text in, text out. Each text is the content of a front matter; each edit is of the key `a` unless a path is given.

describe("edits", () => {
  describe("replaceScalar", () => {
    const TABLE: readonly (readonly [string, string | number | boolean | null, string])[] = [
      ["a: one", "two", "a: two"],
      ["a: 'one'", "two", "a: 'two'"],
      ['a: "one"', "two", 'a: "two"'],
      ["a: 'one' # comment", "it's", "a: 'it''s' # comment"],
      ["a: one # comment", "b: c", "a: 'b: c' # comment"],
      ["a:   one  ", "two", "a:   two  "],
      ["'a' : one", "two", "'a' : two"],
      ["a: one\n  two\nb: 1", "three", "a: three\nb: 1"],
      ["a: |\n  one\n  two\n# comment\nb: 1", "three", "a: three\n# comment\nb: 1"],
      ["a: >-\n  one\nb: 1", "three", "a: three\nb: 1"],
      ["a: one", "12", "a: '12'"],
      ["a: '12'", 12, "a: 12"],
      ["a: one", true, "a: true"],
      ["a: one", null, "a: null"],
      ["a: one", "", "a: ''"],
      ["a: one", "two\nlines", "a: 'two\n\n  lines'"],
      ["a: one", "tab\t", 'a: "tab\\t"'],
      ["a:", "one", "a: one"],
      ["a: # comment", "one", "a: one # comment"],
      ["a: &x one\nb: *x", "two", "a: &x two\nb: *x"],
      ["a: !!str one", "two", "a: !!str two"],
      ["a: 🎉x", "🎊x", "a: 🎊x"],
    ];
    for (const [before, value, after] of TABLE) {
      checkBothLineBreaks(`${JSON.stringify(value)} in ${JSON.stringify(before)}`, before, after, (text) =>
        edits.replaceScalar(text, nodeOf<Scalar>(text, ["a"]), value),
      );
    }

    it("of an item or a value in brackets", () => {
      check("a:\n- one\n- 'two' # comment", "a:\n- one\n- '#' # comment", (text) =>
        edits.replaceScalar(text, nodeOf<Scalar>(text, ["a", 1]), "#"),
      );
      check("a: [one, two]", "a: [one, 'b, c']", (text) =>
        edits.replaceScalar(text, nodeOf<Scalar>(text, ["a", 1]), "b, c", "flow"),
      );
    });

    it("folds as the text does", () => {
      const long = "word ".repeat(30).trim();
      check("a: x", `a: ${"word ".repeat(16).trim()}\n  ${"word ".repeat(14).trim()}`, (text) =>
        edits.replaceScalar(text, nodeOf<Scalar>(text, ["a"]), long),
      );
      check(`a: x\nb: ${long}`, `a: ${long}\nb: ${long}`, (text) =>
        edits.replaceScalar(text, nodeOf<Scalar>(text, ["a"]), long),
      );
    });

    it("touches only what differs", () => {
      const text = "---\na: a long value\n---\n";
      const edit = edits.replaceScalar(text, nodeOf<Scalar>(text, ["a"]), "a wrong value");
      assert.deepEqual([text.slice(edit.start, edit.end), edit.newText], ["l", "wr"]);
    });
  });

  describe("replaceValue", () => {
    const TABLE: readonly (readonly [string, JsonValue, string])[] = [
      ["a: one", "two", "a: two"],
      ["a:", "one", "a: one"],
      ["a: # comment", "one", "a: one # comment"],
      ["a: ''", "one", "a: one"],
      ["a: 'x '", "one", "a: one"],
      ["a: 'x'", "one", "a: 'one'"],
      ['a: ""', "one", 'a: "one"'],
      ["a: one\nb: 1", ["x", 2], "a:\n- x\n- 2\nb: 1"],
      ["a: one\nb: 1", { d: 1, c: [true] }, "a:\n  c:\n  - true\n  d: 1\nb: 1"],
      ["a:\n- one\n- two\nb: 1", "x", "a: x\nb: 1"],
      ["a:\n- one\n- two\n\n# comment\nb: 1", ["one", "three"], "a:\n- one\n- three\n\n# comment\nb: 1"],
      ["a: [one]\nb: 1", [], "a: []\nb: 1"],
      ["a: [one]\nb: 1", ["one", "two"], "a: [one, two]\nb: 1"],
      ["a: # comment\n  - one\nb: 1", ["two", "three"], "a: # comment\n  - two\n  - three\nb: 1"],
      ["a: &x []\nb: *x", ["one"], "a: &x\n- one\nb: *x"],
      ["{a: [], b: 1}", ["one", "x: y"], "{a: [one, 'x: y'], b: 1}"],
      ["{a: one, b: 1}", { c: ["x"] }, "{a: {c: [x]}, b: 1}"],
      ["{a: , b: 1}", "x", "{a: x , b: 1}"],
      ["{a, b: 1}", [1], "{a: [1], b: 1}"],
      ["{a: {b: 1}}", "x, y", "{a: 'x, y'}"],
    ];
    for (const [before, value, after] of TABLE) {
      checkBothLineBreaks(`${JSON.stringify(value)} in ${JSON.stringify(before)}`, before, after, (text) =>
        edits.replaceValue(text, pairOf(text, ["a"]), value),
      );
    }
    it("of a nested key", () => {
      check("a:\n  b: one\n  c: 1", "a:\n  b:\n  - x\n  c: 1", (text) =>
        edits.replaceValue(text, pairOf(text, ["a", "b"]), ["x"]),
      );
    });
  });

  describe("renameKey", () => {
    const TABLE: readonly (readonly [string, string, string])[] = [
      ["a: one # comment", "b", "b: one # comment"],
      ["'a': one", "it's", "'it''s': one"],
      ['"a" : one', "b", '"b" : one'],
      ["a: one", "yes", "'yes': one"],
      ["a:\n- one", "b", "b:\n- one"],
    ];
    for (const [before, name, after] of TABLE) {
      checkBothLineBreaks(`${JSON.stringify(name)} in ${JSON.stringify(before)}`, before, after, (text) =>
        edits.renameKey(text, pairOf(text, ["a"]), name),
      );
    }
  });

  describe("insertPair", () => {
    const TABLE: readonly (readonly [string, Path, string, JsonValue, string])[] = [
      ["a: 1\nc: 2", [], "b", "x", "a: 1\nb: x\nc: 2"],
      ["c: 1\na: 2", [], "b", "x", "c: 1\na: 2\nb: x"],
      ["b: 1", [], "a", "x", "a: x\nb: 1"],
      ["a: 1", [], "b", ["x"], "a: 1\nb:\n- x"],
      ["a: 1", [], "b", { d: 1, c: {} }, "a: 1\nb:\n  c: {}\n  d: 1"],
      ["a: 1 # comment\n\n# about c\nc: 2", [], "b", 1, "a: 1 # comment\n\n# about c\nb: 1\nc: 2"],
      ["a:\n- one\n\n# the end", [], "b", 1, "a:\n- one\nb: 1\n\n# the end"],
      ["a: |\n  one\n\nc: 1", [], "b", 1, "a: |\n  one\n\nb: 1\nc: 1"],
      ["a:\n  b: 1\n  d: 2\ne: 3", ["a"], "c", 1, "a:\n  b: 1\n  c: 1\n  d: 2\ne: 3"],
      ["a:\n    b: 1\nc: 3", ["a"], "c", [1], "a:\n    b: 1\n    c:\n    - 1\nc: 3"],
      ["a:\n- c: 1\n- d: 2", ["a", 0], "b", 0, "a:\n- b: 0\n  c: 1\n- d: 2"],
      ["a:\n- c: 1\n- d: 2", ["a", 0], "d", 0, "a:\n- c: 1\n  d: 0\n- d: 2"],
      ["a: {b: 1, d: 2}", ["a"], "c", "x, y", "a: {b: 1, c: 'x, y', d: 2}"],
      ["a: {b: 1}", ["a"], "c", null, "a: {b: 1, c: null}"],
      ["a: {}", ["a"], "c", [1, "x"], "a: {c: [1, x]}"],
      ["a: 1", [], "yes", "no", "a: 1\n'yes': 'no'"],
    ];
    for (const [before, path, key, value, after] of TABLE) {
      checkBothLineBreaks(`${key} in ${JSON.stringify(path)} of ${JSON.stringify(before)}`, before, after, (text) =>
        edits.insertPair(text, path.length === 0 ? rootOf(text) : nodeOf<Mapping>(text, path), key, value),
      );
    }

    it("into an empty block and behind a last line without a line break", () => {
      const insert = (text: string, offset: number): string =>
        applyEdits(text, [edits.insertPair(text, { kind: "empty", offset, indent: 0 }, "a", "x")]);
      assert.equal(insert("---\n---\n", 4), "---\na: x\n---\n");
      assert.equal(insert("---\r\n---\r\n", 5), "---\r\na: x\r\n---\r\n");
      assert.equal(insert("---", 3), "---\na: x");
      const open = "---\na: 1";
      assert.equal(applyEdits(open, [edits.insertPair(open, rootOf(open), "b", "x")]), "---\na: 1\nb: x");
    });
  });

  describe("insertItem", () => {
    const TABLE: readonly (readonly [string, number, string | number, string])[] = [
      ["a:\n- one\n- two\nb: 1", 2, "x", "a:\n- one\n- two\n- x\nb: 1"],
      ["a:\n- one\n- two\nb: 1", 0, "x", "a:\n- x\n- one\n- two\nb: 1"],
      ["a:\n  - one\n  - two\nb: 1", 1, "x: y", "a:\n  - one\n  - 'x: y'\n  - two\nb: 1"],
      ["a:\n  - one # comment\n  # more\nb: 1", 1, "x", "a:\n  - one # comment\n  - x\n  # more\nb: 1"],
      ["a:\n- one\n  and more\nb: 1", 1, 2, "a:\n- one\n  and more\n- 2\nb: 1"],
      ["a:\n- b: 1\n  c: 2", 1, "x", "a:\n- b: 1\n  c: 2\n- x"],
      ["a:\n- one-two\n- three-four", 1, "x", "a:\n- one-two\n- x\n- three-four"],
      ["a:\n-\n- two", 0, "x", "a:\n- x\n-\n- two"],
      ["a:\n-\n- two", 1, "x", "a:\n-\n- x\n- two"],
      ["a:\n- &x one\n- &y two", 1, "x", "a:\n- &x one\n- x\n- &y two"],
      ["a: []", 0, "x", "a:\n- x"],
      ["a: [ ]", 0, "x", "a: [x ]"],
      ["a: [] # c", 0, "x", "a: [x] # c"],
      ["{\n  a: []\n}", 0, "x", "{\n  a: [x]\n}"],
      ["a: []", 0, "x: y", "a:\n- 'x: y'"],
      ["a: [one, two] # comment", 2, "x", "a: [one, two, x] # comment"],
      ["a: [one, two]", 1, "x", "a: [one, x, two]"],
      ["a: ['one']", 1, "x", "a: ['one', 'x']"],
      ['a: ["one"]', 0, "x", 'a: ["x", "one"]'],
      ["a: [one]", 1, "x, y", "a: [one, 'x, y']"],
      ["a: [\n  one,\n  two,\n]", 2, "x", "a: [\n  one,\n  two, x,\n]"],
    ];
    for (const [before, index, value, after] of TABLE) {
      checkBothLineBreaks(`${value} at ${index} of ${JSON.stringify(before)}`, before, after, (text) =>
        edits.insertItem(text, nodeOf<Sequence>(text, ["a"]), index, value),
      );
    }
  });

  describe("removeItem", () => {
    const TABLE: readonly (readonly [string, number, string])[] = [
      ["a:\n- one\n- two\n- three\nb: 1", 1, "a:\n- one\n- three\nb: 1"],
      ["a:\n  - one # comment\n  - two\nb: 1", 0, "a:\n  - two\nb: 1"],
      ["a:\n- one\n- two\n  and more\nb: 1", 1, "a:\n- one\nb: 1"],
      ["a:\n- one-two\n- b: 1\n  c: 2\n- three", 1, "a:\n- one-two\n- three"],
      ["a:\n- &x one\n- two", 0, "a:\n- two"],
      ["a:\n-\n- two", 0, "a:\n- two"],
      ["a:\n- - one\n  - two\n- three", 0, "a:\n- three"],
      ["a: [one, two, three]", 0, "a: [two, three]"],
      ["a: [one, two, three]", 1, "a: [one, three]"],
      ["a: [one, two, three]", 2, "a: [one, two]"],
      ["a: [one]", 0, "a: []"],
      ["a: ['one',\n  'two']", 1, "a: ['one']"],
    ];
    for (const [before, index, after] of TABLE) {
      checkBothLineBreaks(`${index} of ${JSON.stringify(before)}`, before, after, (text) => {
        const edit = edits.removeItem(text, nodeOf<Sequence>(text, ["a"]), index);
        assert.ok(edit);
        return edit;
      });
    }

    it("takes nothing where no item is", () => {
      const text = "---\na: [one]\n---\n";
      assert.equal(edits.removeItem(text, nodeOf<Sequence>(text, ["a"]), 1), undefined);
    });
  });

  it("replaceNode puts text in the place of what became a mapping", () => {
    check("a:\n- one: two # comment\n- three", "a:\n- 'one: two' # comment\n- three", (text) =>
      edits.replaceNode(text, nodeOf(text, ["a", 0]), "one: two", "block"),
    );
    check("a: [one: two, three]", "a: ['one: two', three]", (text) =>
      edits.replaceNode(text, nodeOf(text, ["a", 0]), "one: two", "flow"),
    );
  });

  describe("removePair", () => {
    const TABLE: readonly (readonly [string, Path, string])[] = [
      ["a: 1\nb: 2", ["a"], "b: 2"],
      ["b: 2\na:\n- one\n- two\nc: 3", ["a"], "b: 2\nc: 3"],
      ["a:\n  b: 1\n  c: 2", ["a", "b"], "a:\n  c: 2"],
      ["a: |\n  one\n\nb: 2", ["a"], "\nb: 2"],
      ["a:\n  - b: 1\n    c: 2\n  - d", ["a", 0, "b"], "a:\n  - c: 2\n  - d"],
    ];
    for (const [before, path, after] of TABLE) {
      checkBothLineBreaks(`${path.join(".")} of ${JSON.stringify(before)}`, before, after, (text) =>
        edits.removePair(text, pairOf(text, path)),
      );
    }
  });
});

function checkBothLineBreaks(name: string, before: string, after: string, edit: (text: string) => TextEdit): void {
  it(name, () => {
    check(before, after, edit);
    check(before, after, edit, "\r\n");
  });
}

function check(before: string, after: string, edit: (text: string) => TextEdit, eol = "\n"): void {
  const [text, expected] = [before, after].map((content) => `---\n${content}\n---\nBody: [\n`.replaceAll("\n", eol));
  assert.ok(text !== undefined);
  assert.equal(applyEdits(text, [edit(text)]), expected);
}

function rootOf(text: string): Mapping {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter?.root);
  return frontMatter.root;
}

function nodeOf<T extends Node>(text: string, path: Path): T {
  return nodeAt(rootOf(text), path) as T;
}

function pairOf(text: string, path: Path): Pair {
  const pair = pairAt(rootOf(text), path);
  assert.ok(pair);
  return pair;
}
