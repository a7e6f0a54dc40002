import assert from "node:assert/strict";
import { type FrontMatter, isBroken, parseFrontMatter } from "./frontMatter.ts";
import { pairAt } from "./node.ts";
import type { SyntaxCode } from "./syntaxProblem.ts";

// Each fault stands between two good keys. What is marked stands between « and », which are no part of the text.
const FAULTS: readonly (readonly [SyntaxCode, string])[] = [
  // A value that goes on as YAML where text was meant.
  ["colonInValue", "title: CCM«:» More than a phone call"],
  ["colonInValue", "title: Ends with a colon«:»"],
  ["colonInValue", "title: One«:» two: three: four"],
  ["colonInValue", "title: CCM«:» More # and a comment"],
  ["colonInValue", "description: A long text\n  that goes on«:» here"],
  ["colonInValue", "description: One«:» two\n  three: four\n  five: six"],
  ["colonInValue", "tags:\n- one\n- two: three«:» four\n- five"],
  ["colonInValue", "link:\n  brand: a«:» b\n  href: c"],
  ["colonInValue", "text: |\n  Note: this is text.\ntitle: A«:» B"],
  ["colonInValue", "# A comment: with a colon\ntitle: A«:» B"],
  ["colonInValue", "title: 日本語 🎉«:» é"],
  ["colonInValue", "archetype: newsauthor«:»\n- Dana"],
  ["reservedStart", "title: «@news»"],
  ["reservedStart", "title: «`news`» # a comment"],
  ["reservedStart", "title: «%news»"],
  ["reservedStart", "title: «, news»"],
  ["reservedStart", "title: «]»"],
  ["reservedStart", "title: «*bold* news»"],
  ["reservedStart", "title: «& more»"],
  ["reservedStart", "title: «? news»"],
  ["reservedStart", "title: «{{ name }}»"],
  ["reservedStart", "«{a: b}»: c"],
  ["reservedStart", "tags:\n- one\n- «@two»\n- three"],
  ["notYaml", "title: News\n«{slug: news}»"],
  ["listInLine", "title: «- news»"],
  ["blockHeader", "title: «|news»"],
  ["blockHeader", "title: «> a quotation»"],
  ["unknownAnchor", "title: «*bold»"],
  ["unknownAnchor", "tags: [one, «*two»]"],
  ["unknownAnchor", "first: «*later»\nsecond: &later 2"],

  // Quotes and brackets.
  ["unclosedQuote", 'title: «"»News'],
  ["unclosedQuote", "title: «'»News"],
  ["unclosedQuote", "title: «'»It''s"],
  ["unclosedQuote", "title: «'»News''"],
  ["unclosedQuote", 'title: «"»News\\"'],
  ["unclosedQuote", "title: «'»News\n  that goes on"],
  ["unclosedQuote", "title: «'»News\n\n# A comment"],
  ["unclosedQuote", "tags:\n- «'»one\n- two"],
  ["unclosedQuote", "tags: [one, «'»two]"],
  ["unclosedQuote", "tags: ['it''s', «\"»two]\ntitle: \"x\""],
  ["unclosedQuote", 'link:\n  brand: «"»a\n  href: "b"'],
  ["unclosedQuote", '«"»title: News'],
  ["unclosedBracket", "tags: «[»one, two"],
  ["unclosedBracket", "tags: «[»\n  one,\n  two"],
  ["unclosedBracket", "tags: «[»one, [two, three]"],
  ["unclosedBracket", "tags: «[»it's, two"],
  ["unclosedBracket", "link: «{»brand: a, href: b"],
  ["unclosedBracket", "link:\n  tags: «[»one\n  href: b"],
  ["unclosedBracket", "tags: «[»one # two]"],
  ["unclosedBracket", "«[»tags: one"],
  ["textAfterQuote", "title: 'Don'«t stop'»"],
  ["textAfterQuote", 'title: "A" «and "B"» # a comment'],
  ["textAfterBracket", "title: «[Draft] News»"],
  ["textAfterBracket", "tags: «[one, two]]»"],
  ["badEscape", 'path: "C«\\U»sers"'],
  ["badEscape", 'path: "a«\\/»b"'],
  ["badEscape", 'path: "\\\\ok «\\q»"'],
  ["badEscape", 'tags: [one, "«\\d»"]'],

  // Half-typed lines.
  ["missingColon", "«titl»"],
  ["missingColon", "«title News»"],
  ["missingColon", "«categories»\n- one\n- two"],
  ["missingColon", "«featuredImage»\n  alt: News\n  size:\n  - 1"],
  ["missingColon", "link:\n  brand: a\n  «hre»"],
  ["missingColon", "«A pasted paragraph\nof several lines\nwithout a colon»"],
  ["missingColon", "«:» news"],
  ["missingColon", "before: 1\n«link»\n  :\n  brand: a"],
  ["missingColon", "before: 1\n«link» # a comment\n  : a"],
  ["missingSpace", "title«:»News"],
  ["missingSpace", "title«:»\u00A0News"],
  ["missingSpace", "categories«:»[]\n- one"],
  ["missingSpace", "tags:\n- one\n«-»two\n- three"],
  ["missingDash", "link:\n  tags:\n    - one\n    «two»"],
  ["notAMapping", "title: News\n«- one»\n- two"],
  ["notAMapping", "link:\n  brand: a\n  «- one»\n  - two"],
  ["notYaml", "«tags: [one,, two]»"],
  ["tooDeep", `«x: ${"[".repeat(1500)}${"]".repeat(1500)}»`],

  // Indentation.
  ["badIndent", "link:\n  brand: a\n «href: b»\n  original: c"],
  ["badIndent", "link:\n  brand: a\n   «href: b»\n  original: c"],
  ["badIndent", "link:\n «brand: a»\n  href: b\n  original: c"],
  ["badIndent", "link:\n   «brand: a»\n  href: b"],
  ["badIndent", "link:\n  brand:\n «href: b»\n  original: c"],
  ["badIndent", "title: News\n  «brand: a»\n  href: b"],
  ["badIndent", "title: 'News'\n  «brand: a»\n  href: b"],
  ["badIndent", "title: News # a comment\n  «that goes on»"],
  ["badIndent", "tags:\n  - one\n «- two»\n  - three"],
  ["badIndent", "tags:\n «- one»\n- two\n- three"],
  [
    "badIndent",
    "featuredImage:\n  alt: News\n   «wpAttachment:»\n     fileName: a\n     link: b\n  format: PNG\n  valid: true",
  ],
  ["badIndent", "trail:\n- href: /\n  label: a\n- href: /b\n  label: b\n «url: x»"],
  ["badIndent", "trail:\n- href: /\n «label: a»\n- href: /b\n  label: b"],
  ["badIndent", "trail:\n- href: /\n  label: a\n «- href: /b»\n   label: b\n- href: /c"],
  ["badIndent", "trail:\n«- href: /»\n - href: /b\n - href: /c"],
  ["tabIndent", "link:\n«\t»brand: a"],
  ["tabIndent", "link:\n«\tbrand: a\n\t»href: b"],
  ["tabIndent", "link:\n  brand: a\n«  \t»href: b\n  original: c"],
  ["tabIndent", "«\t»categories:\n- one"],
  ["tabIndent", "title: News\n«\t»# a comment"],
  ["tabIndent", "title: News\n«\t»"],
  ["tabIndent", "tags:\n-«\t»one\n- two"],

  // Characters and references.
  ["controlCharacter", "title: Ne«\u0000»ws"],
  ["controlCharacter", "title: Ne«\u0007\u0008»ws"],
  ["controlCharacter", "title: Ne«\u2028»ws"],
  ["controlCharacter", "title: News\n«\u00A0»"],
  ["badMerge", "link:\n  <<: «5»\n  brand: a"],
  ["aliasBomb", "endless: &endless [«*endless»]"],
];

const MARKS = /[«»]/g;

describe("faults", () => {
  for (const [code, marked] of FAULTS) {
    const name = `${code} in ${JSON.stringify(marked.slice(0, 70))}`;
    it(name, () => assertOneProblem(code, `before: 1\n${marked}\nafter: [2]\n`));
    it(`${name}, with CRLF, a byte order mark and other characters before it`, () =>
      assertOneProblem(code, `# é 🎉\nbefore: 1\n${marked}\nafter: [2]\n`.replaceAll("\n", "\r\n"), "\uFEFF"));
  }

  it("of an unclosed block is marked at its opener", () => {
    for (const text of ["---", "---\n", "---\nbefore: 1\n", "---\nbefore: 1\n\n# Title\n\nSome text: here.\n"])
      assert.deepEqual(report(text), ["unclosedBlock «---»"]);
    assert.deepEqual(report("\uFEFF\n---\nbefore: 1\n"), ["unclosedBlock «---»"]);
  });

  it("of a list in place of a mapping is marked at its first item", () => {
    assert.deepEqual(report("---\n- one\n- two\n---\n"), ["notAMapping «- one»"]);
  });
});

describe("several faults", () => {
  it("are one problem each, in their order", () => {
    const text = `---
title: A: B
tags: [one
link:
  hre
  brand: 'a
after: 2
su
---
`;
    assert.deepEqual(report(text), [
      "colonInValue «:»",
      "unclosedBracket «[»",
      "missingColon «hre»",
      "unclosedQuote «'»",
      "missingColon «su»",
    ]);
    assert.deepEqual(plain(read(text).values), { title: "A: B", tags: null, link: { brand: null }, after: 2 });
  });

  it("in one mapping leave its other keys alone", () => {
    const text = "---\nlink:\n  a: @x\n  b: 1\n  c: '\n  d: 2\n  e: x: y\n---\n";
    assert.deepEqual(report(text), ["reservedStart «@x»", "unclosedQuote «'»", "colonInValue «:»"]);
    assert.deepEqual(plain(read(text).values), { link: { a: null, b: 1, c: null, d: 2, e: "x: y" } });
  });

  it("in one list leave its other items alone", () => {
    const text = "---\ntags:\n- one\n- @two\n-three\n- 'four\n- five\n---\n";
    assert.deepEqual(report(text), ["reservedStart «@two»", "missingSpace «-»", "unclosedQuote «'»"]);
    assert.deepEqual(plain(read(text).values), { tags: ["one", null, null, "five"] });
  });

  it("by the hundred are not all told", () => {
    const text = `---\nbefore: 1\n${"x: @\n".repeat(5000)}after: 2\n---\n`;
    const { problems, broken, values } = read(text);
    assert.equal(problems.length, 100);
    assert.equal(values.before, 1);
    assert.equal(broken.at(-1)?.end, text.lastIndexOf("---"));
  });
});

describe("what a fault costs", () => {
  it("is known: its lines, and the key they start with", () => {
    const text = "---\nbefore: 1\nfeaturedIm\n  alt: x\nafter: 2\n---\n";
    assert.deepEqual(
      read(text).broken.map(({ key, start, end }) => [key, text.slice(start, end)]),
      [["featuredIm", "featuredIm\n  alt: x"]],
    );
  });

  it("is not the text of a value with a colon, nor its place", () => {
    const text = "---\ntitle: CCM: More\n  than: this\nafter: 2\n---\n";
    const value = pairAt(read(text).root, ["title"])?.value;
    assert.ok(value?.kind === "scalar");
    assert.deepEqual(
      [value.text, text.slice(value.start, value.end)],
      ["CCM: More than: this", "CCM: More\n  than: this"],
    );
  });

  it("belongs to the key above it, so that nothing else is said of that key", () => {
    for (const lines of ["tags:\n-one", "tags:\n- one\n-two", "tags:\n  - one\n  -two", "tags:\n\t- one"]) {
      const frontMatter = read(`---\nbefore: 1\n${lines}\nafter: 2\n---\n`);
      const [before, tags, after] = ["before", "tags", "after"].map((key) => pairAt(frontMatter.root, [key]));
      assert.ok(before && tags && after);
      assert.deepEqual(
        [before, tags, after].map((pair) => isBroken(frontMatter, pair)),
        [false, true, false],
        lines,
      );
    }
  });

  it("is the rest of a text that takes too long to read", () => {
    const text = `---\nbefore: 1\nlist:\n${"- @x\n".repeat(9000)}after: 2\n---\n`;
    const frontMatter = read(text);
    assert.equal(frontMatter.values.before, 1);
    assert.ok(isBroken(frontMatter, { start: text.indexOf("after"), end: text.indexOf("after") + 5 }));
  });
});

describe("what Hugo reads although the YAML package does not", () => {
  const READ: readonly (readonly [string, unknown])[] = [
    ['a: "one\ntwo"\nb: 1', { a: "one two", b: 1 }],
    ['a: "one\r\ntwo"\r\nb: 1', { a: "one two", b: 1 }],
    ["a: [one,\ntwo\n]\nb: 1", { a: ["one", "two"], b: 1 }],
    ["a: [one,\n\ttwo]\nb: 1", { a: ["one", "two"], b: 1 }],
    ["a: 1\nb: 2\na: 3", { a: 3, b: 2 }],
    ["a: 1\rb: 2", { a: 1, b: 2 }],
  ];
  for (const [content, values] of READ) {
    it(JSON.stringify(content), () => {
      assert.deepEqual(report(`---\n${content}\n---\n`), []);
      assert.deepEqual(plain(read(`---\n${content}\n---\n`).values), values);
    });
  }
});

function assertOneProblem(code: SyntaxCode, marked: string, lead = ""): void {
  const text = `${lead}---\n${marked}---\n\nThe body: 'it's @ll text.\n`;
  const start = text.indexOf("«");
  const end = text.indexOf("»") - 1;
  const frontMatter = read(text.replace(MARKS, ""));
  const { problems, values } = frontMatter;
  assert.deepEqual(
    problems.map((problem) => [problem.code, problem.start, problem.end]),
    [[code, start, end]],
  );
  if (code === "aliasBomb") return;
  assert.equal(values.before, 1);
  assert.deepEqual(values.after, [2]);
}

function read(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

function report(text: string): readonly string[] {
  const problems = parseFrontMatter(text)?.problems ?? [];
  return problems.map(({ code, start, end }) => `${code} «${text.slice(start, end)}»`);
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
