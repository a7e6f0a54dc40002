import assert from "node:assert/strict";
import { type FrontMatter, parseFrontMatter } from "./frontMatter.ts";
import { type Node, nodeAt, pairAt } from "./node.ts";

describe("front matter", () => {
  describe("is found", () => {
    // The parts of the document: opener, content, closer and body.
    const FOUND: readonly (readonly [string, string, readonly [string, string, string, string]])[] = [
      ["with LF", "---\na: 1\n---\nBody\n", ["---", "\na: 1\n", "---", "Body\n"]],
      ["with CRLF", "---\r\na: 1\r\n---\r\nBody\r\n", ["---", "\r\na: 1\r\n", "---", "Body\r\n"]],
      ["with CR", "---\ra: 1\r---\rBody\r", ["---", "\ra: 1\r", "---", "Body\r"]],
      ["behind a byte order mark", "\uFEFF---\na: 1\n---\n", ["---", "\na: 1\n", "---", ""]],
      ["behind blank lines and spaces", "\n\t\r\n \uFEFF ---\na: 1\n---\n", ["---", "\na: 1\n", "---", ""]],
      ["with a value behind the opener", "--- a: 1\n---\n", ["---", " a: 1\n", "---", ""]],
      ["with a comment behind the opener", "--- # a\na: 1\n---\n", ["---", " # a\na: 1\n", "---", ""]],
      ["with text behind the closer", "---\na: 1\n--- b\nBody", ["---", "\na: 1\n", "--- b", "Body"]],
      ["closed by more than three dashes", "---\na: 1\n-----\nBody", ["---", "\na: 1\n", "-----", "Body"]],
      ["closed in a block scalar", "---\na: |\n  b\n---\n  c\n", ["---", "\na: |\n  b\n", "---", "  c\n"]],
      ["closed in quotes", "---\na: 'b\n---\nc'\n", ["---", "\na: 'b\n", "---", "c'\n"]],
      ["not closed by dots", "---\na: 1\n...\n---\n", ["---", "\na: 1\n...\n", "---", ""]],
      ["not closed by an indented delimiter", "---\na: 1\n  ---\n---\n", ["---", "\na: 1\n  ---\n", "---", ""]],
      ["empty", "---\n---\nBody", ["---", "\n", "---", "Body"]],
      [
        "with rules in the body",
        "---\na: 1\n---\nText\n\n---\n\nText\n---\n",
        ["---", "\na: 1\n", "---", "Text\n\n---\n\nText\n---\n"],
      ],
      ["in TOML", "+++\na = 1\n+++\nBody", ["+++", "\na = 1\n", "+++", "Body"]],
      ["in JSON", '{"a": "}\\"", "b": {}} Body', ["{", '{"a": "}\\"", "b": {}}', "}", " Body"]],
    ];
    for (const [name, text, parts] of FOUND) {
      it(name, () => {
        const { opener, content, closer, bodyStart } = read(text).block;
        assert.ok(closer);
        const found = [opener, content, closer, { start: bodyStart, end: text.length }];
        assert.deepEqual(
          found.map(({ start, end }) => text.slice(start, end)),
          parts,
        );
      });
    }
  });

  describe("is not found", () => {
    const NOT_FOUND: readonly (readonly [string, string])[] = [
      ["in an empty file", ""],
      ["in prose", "Prose.\n\n---\na: 1\n---\n"],
      ["behind a no-break space", "\u00A0---\na: 1\n---\n"],
      ["behind an ideographic space", "\u3000---\na: 1\n---\n"],
      ["after two dashes", "--\na: 1\n--\n"],
      ["in JSON that does not end", '{"a": "}'],
    ];
    for (const [name, text] of NOT_FOUND) it(name, () => assert.equal(parseFrontMatter(text), undefined));
  });

  describe("without a closing delimiter", () => {
    // What is taken for front matter, and what of the text is body.
    const OPEN: readonly (readonly [string, string, string])[] = [
      ["ends with the text", "---\na: 1\nb:\n- c\n", ""],
      ["ends before prose", "---\na: 1\n", "\nSome prose: with a colon.\n"],
      ["ends before a heading", "---\na: 1\n", "\n# Title\n\nb: 2\n"],
      ["ends before HTML", "---\na: 1\n", "\n<p>b: 2</p>\n"],
      ["ends before a rule in the body", "---\na: 1\n", "\nSome prose here.\n\n---\n\nMore.\n"],
      [
        "goes over text of block scalars",
        "---\na: |\n  Some prose here.\n\n  More.\nb: 2\n",
        "\nAnd prose that ends it.\n",
      ],
    ];
    for (const [name, matter, body] of OPEN) {
      it(name, () => {
        const { block, problems, values } = read(matter + body);
        assert.deepEqual(
          problems.map(({ code }) => code),
          ["unclosedBlock"],
        );
        assert.equal(block.closer, undefined);
        assert.equal((matter + body).slice(block.content.end).trim(), body.trim());
        assert.ok("a" in values);
      });
    }

    it("is not guessed while a line of it is half typed", () => {
      const text = "---\na: Some text,\n\nthat goes on here\nb: 2\n---\n\nProse.\n";
      assert.deepEqual(
        read(text).problems.map(({ code }) => code),
        ["missingColon"],
      );
      assert.deepEqual(plain(read(text).values), { a: "Some text,", b: 2 });
    });
  });

  it("in TOML, in JSON and of more than 64 KB is not read", () => {
    assert.equal(read("+++\na = 1\n+++\n").unread, "format");
    assert.equal(read('{"a": 1}').unread, "format");
    assert.equal(read(`---\na: ${"x".repeat(70_000)}\n---\n`).unread, "size");
    assert.equal(read(`---\na: 1\n---\n${"x".repeat(70_000)}`).unread, undefined);
  });

  it("never runs code", () => {
    const { values, problems } = read("---js\nglobalThis.ran = true\n---\n");
    assert.deepEqual([Object.keys(values), problems.length], [[], 1]);
    assert.ok(!("ran" in globalThis));
  });

  describe("has the values that Hugo reads", () => {
    const VALUES: readonly (readonly [string, unknown])[] = [
      ["", {}],
      ["# only a comment", {}],
      ["a: text\nb: 'it''s'\nc: \"tab\\t\"", { a: "text", b: "it's", c: "tab\t" }],
      ["a: 1\nb: 1.5\nc: true\nd: null\ne:\nf: ~", { a: 1, b: 1.5, c: true, d: null, e: null, f: null }],
      ["a: yes\nb: off\nc: 010\nd: 2020-01-01\ne: 12:30", { a: true, b: false, c: 8, d: "2020-01-01", e: "12:30" }],
      ["a: !!str 010\nb: !!int \"3\"\nc: !!bool 'yes'", { a: "010", b: 3, c: true }],
      ["a: !!timestamp 2020-01-01\nb: !mine x\nc: !!set {d: }", { a: "2020-01-01", b: "x", c: { d: null } }],
      ["a: one\n  two\n\n  three", { a: "one two\nthree" }],
      ["a: |\n  one\n  two\nb: >-\n  three\n  four", { a: "one\ntwo\n", b: "three four" }],
      ["a:\n- 1\n- b: 2\n  c: 3\n-\n- - 4", { a: [1, { b: 2, c: 3 }, null, [4]] }],
      [
        "a: [1, b, {c: d}]\ne: {f: 1, g: [2]}\nh: []\ni: {}",
        { a: [1, "b", { c: "d" }], e: { f: 1, g: [2] }, h: [], i: {} },
      ],
      ["a: &x [1]\nb: *x\nc: &x 2\nd: *x", { a: [1], b: [1], c: 2, d: 2 }],
      ["a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
      [
        "a: &x {b: 1}\nd: {<<: [*x, {b: 2, c: null}]}\ne: {'<<': *x}",
        {
          a: { b: 1 },
          d: { b: 1, c: null },
          e: { "<<": { b: 1 } },
        },
      ],
      ["a: 1\na: 2", { a: 2 }],
      ["a: x#y # comment\n# b: 2", { a: "x#y" }],
      ["'a b': 1\n\"c\\n\": 2\n3: 4\nnull: 5\n? d\n: 6", { "a b": 1, "c\n": 2, 3: 4, null: 5, d: 6 }],
      ["a: ab\nb: c", { a: "ab", b: "c" }],
    ];
    for (const [content, values] of VALUES) {
      it(JSON.stringify(content), () => {
        const { problems, ...frontMatter } = read(`---\n${content}\n---\n`);
        assert.deepEqual(problems, []);
        assert.deepEqual(plain(frontMatter.values), values);
      });
    }

    it("under any name", () => {
      const { values } = read(
        "---\n__proto__: 1\nconstructor: {prototype: 2}\ntoString: 3\n<<: {hasOwnProperty: 4}\n---\n",
      );
      assert.deepEqual(Object.keys(values), ["__proto__", "constructor", "toString", "hasOwnProperty"]);
      assert.equal(Object.getPrototypeOf(values), null);
    });
  });

  describe("knows the place", () => {
    // Key, value and whole pair as they stand in the text.
    const PAIRS: readonly (readonly [string, readonly (string | number)[], readonly [string, string, string]])[] = [
      ["a: text", ["a"], ["a", "text", "a: text"]],
      ["a: text # comment", ["a"], ["a", "text", "a: text"]],
      ["a: 'it''s'  ", ["a"], ["a", "'it''s'", "a: 'it''s'"]],
      ["'a' : \"x\\n\"", ["a"], ["'a'", '"x\\n"', "'a' : \"x\\n\""]],
      ["a:", ["a"], ["a", "", "a:"]],
      ["a:   # comment\nb: 1", ["a"], ["a", "", "a:"]],
      ["a: one\n  two # comment", ["a"], ["a", "one\n  two", "a: one\n  two"]],
      ["a: |\n  one\n  two\n\nb: 1", ["a"], ["a", "|\n  one\n  two", "a: |\n  one\n  two"]],
      ["a:\n- b\n- c\n\n# comment\nd: 1", ["a"], ["a", "- b\n- c", "a:\n- b\n- c"]],
      ["a:\n  b: 1\n  c:\n    d: 2\n", ["a", "c"], ["c", "d: 2", "c:\n    d: 2"]],
      ["a: [b, c] # comment", ["a"], ["a", "[b, c]", "a: [b, c]"]],
      ["a: {b: c}", ["a", "b"], ["b", "c", "b: c"]],
      ["a: {b, c: 1}", ["a", "b"], ["b", "", "b"]],
      ["a:\n- b: 1\n  c: 2", ["a", 0, "c"], ["c", "2", "c: 2"]],
      ["a: &x 1\nb: *x", ["b"], ["b", "*x", "b: *x"]],
      ["é: 🎉 日本", ["é"], ["é", "🎉 日本", "é: 🎉 日本"]],
      ["a: 1\na: 2", ["a"], ["a", "2", "a: 2"]],
      ["A: 1", ["a"], ["A", "1", "A: 1"]],
    ];
    for (const [content, path, expected] of PAIRS) {
      it(`of ${JSON.stringify(path)} in ${JSON.stringify(content)}`, () => {
        for (const text of [`---\n${content}\n---\n`, `\uFEFF---\r\n${content.replaceAll("\n", "\r\n")}\r\n---\r\n`]) {
          const pair = pairAt(read(text).root, path);
          assert.ok(pair);
          const found = [pair.key, pair.value, pair].map(({ start, end }) => text.slice(start, end));
          assert.deepEqual(
            found.map((part) => part.replaceAll("\r\n", "\n")),
            expected,
          );
        }
      });
    }

    const ITEMS: readonly (readonly [string, readonly string[]])[] = [
      ["a:\n- one # comment\n-   'two'\n-\n- three\n  four", ["one", "'two'", "", "three\n  four"]],
      ["a:\n  - one\n  - b: 1\n    c: 2\n  - [x]", ["one", "b: 1\n    c: 2", "[x]"]],
      ["a: [one, 'two' , {b: 1}, [x]]", ["one", "'two'", "{b: 1}", "[x]"]],
      ["a: [\n  one, # comment\n  two,\n]", ["one", "two"]],
    ];
    for (const [content, expected] of ITEMS) {
      it(`of the items of ${JSON.stringify(content)}`, () => {
        const text = `---\n${content}\n---\n`;
        const list: Node | undefined = nodeAt(read(text).root, ["a"]);
        assert.ok(list?.kind === "sequence");
        assert.deepEqual(
          list.items.map(({ start, end }) => text.slice(start, end)),
          expected,
        );
      });
    }
  });
});

function read(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
