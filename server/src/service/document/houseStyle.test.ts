import assert from "node:assert/strict";
import { compareKeys, writeEntry, writeItem, writeScalar } from "./houseStyle.ts";
import type { JsonValue } from "./jsonValue.ts";

// What PyYAML 6.0 prints with `yaml.safe_dump({"v": value}, allow_unicode=True)`: the text after `v: `.
const SCALARS: readonly (readonly [string, string])[] = [
  ["plain words", "plain words"],
  ["", "''"],
  [" ", "' '"],
  [" leading space", "' leading space'"],
  ["trailing space ", "'trailing space '"],
  ["two  spaces", "two  spaces"],
  ["it's a quote", "it's a quote"],
  ['say "hi"', 'say "hi"'],
  ["back\\slash", "back\\slash"],
  ["# no comment", "'# no comment'"],
  ["a #comment", "'a #comment'"],
  ["a# no comment", "a# no comment"],
  ["key: value", "'key: value'"],
  ["http://example.org/a?b=c#d", "http://example.org/a?b=c#d"],
  ["ends with:", "'ends with:'"],
  ["a:b", "a:b"],
  ["- item", "'- item'"],
  ["-", "'-'"],
  ["...", "'...'"],
  ["? query", "'? query'"],
  [":colon", ":colon"],
  ["[list]", "'[list]'"],
  ["{map}", "'{map}'"],
  ["a, b", "a, b"],
  ["*star", "'*star'"],
  [">fold", "'>fold'"],
  ["@at", "'@at'"],
  ["=", "'='"],
  ["<<", "'<<'"],
  ["null", "'null'"],
  ["~", "'~'"],
  ["Yes", "'Yes'"],
  ["12", "'12'"],
  ["012", "'012'"],
  ["1_000", "'1_000'"],
  ["1.10", "'1.10'"],
  ["0x1F", "'0x1F'"],
  [".5", "'.5'"],
  [".inf", "'.inf'"],
  ["12:30", "'12:30'"],
  ["2024-02-29", "'2024-02-29'"],
  ["2024-02-29T08:15:00Z", "'2024-02-29T08:15:00Z'"],
  ["2024-02-29T08:15:00.123456+01:00", "'2024-02-29T08:15:00.123456+01:00'"],
  ["1.2.3", "1.2.3"],
  ["line one\nline two", "'line one\n\n  line two'"],
  ["trailing break\n", "'trailing break\n\n  '"],
  ["\nleading break", "'\n\n  leading break'"],
  ["space before \nbreak", '"space before \\nbreak"'],
  ["break then\n space", '"break then\\n space"'],
  ["blank\n\nline", "'blank\n\n\n  line'"],
  ["tab\there", '"tab\\there"'],
  ["carriage\rreturn", '"carriage\\rreturn"'],
  ["café — naïve", "café — naïve"],
  ["non\u00a0breaking", "non\u00a0breaking"],
  ["\ufeffbom", '"\\uFEFFbom"'],
  ["🎉 party", "🎉 party"],
  ["🎉 party \u007f", '"\\U0001F389 party \\x7F"'],
  ["control \u0080", '"control \\x80"'],
  [
    "Clinics that share their appointment books with patients report fewer missed visits, and the waiting rooms are calmer for it.",
    "Clinics that share their appointment books with patients report fewer missed visits,\n  and the waiting rooms are calmer for it.",
  ],
  [
    "Clinics that share their appointment books: patients report fewer missed visits, and it's calmer in the waiting rooms too.",
    "'Clinics that share their appointment books: patients report fewer missed visits,\n  and it''s calmer in the waiting rooms too.'",
  ],
  [
    '["Care: Remote Monitoring","Care: Scheduling (Self Service)","Market: Patient Access Tools (PAT)","News"]',
    '\'["Care: Remote Monitoring","Care: Scheduling (Self Service)","Market: Patient\n  Access Tools (PAT)","News"]\'',
  ],
  [
    "A line of seventy-nine characters is followed by one space and then some words x y z w",
    "A line of seventy-nine characters is followed by one space and then some words\n  x y z w",
  ],
  [
    "Two  spaces at  the fold  are never  broken, but  a single  one is  taken at  the very  next chance there is",
    "Two  spaces at  the fold  are never  broken, but  a single  one is  taken at  the\n  very  next chance there is",
  ],
  [
    "Tab\tmakes double quotes, which fold with a backslash before a space once the line has become long enough to need it.",
    '"Tab\\tmakes double quotes, which fold with a backslash before a space once the\\\n  \\ line has become long enough to need it."',
  ],
  [
    "https://example.org/an/address/that/is/longer/than/eighty/characters/has/no/space/and/therefore/stays/whole",
    "https://example.org/an/address/that/is/longer/than/eighty/characters/has/no/space/and/therefore/stays/whole",
  ],
  [
    "🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 end",
    "🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉 🎉\n  🎉 🎉 🎉 🎉 🎉 end",
  ],
];

// The same for other values: the text after `v:`.
const ENTRIES: readonly (readonly [JsonValue, string])[] = [
  [[], " []"],
  [{}, " {}"],
  [[[]], "\n- []"],
  [{ a: [] }, "\n  a: []"],
  [["a", "b: c", 1], "\n- a\n- 'b: c'\n- 1"],
  [[["a", "b"], ["c"]], "\n- - a\n  - b\n- - c"],
  [{ b: 1, a: { d: null, c: true } }, "\n  a:\n    c: true\n    d: null\n  b: 1"],
  [[{ name: "x", tags: ["p", "q"] }, { name: "w" }], "\n- name: x\n  tags:\n  - p\n  - q\n- name: w"],
  [[{ k: { l: ["m"] } }], "\n- k:\n    l:\n    - m"],
  [[[{ a: 1 }]], "\n- - a: 1"],
  [0, " 0"],
  [-7, " -7"],
  [1.5, " 1.5"],
  [1e-7, " 1.0e-07"],
  [1e-5, " 1.0e-05"],
  [1.5e300, " 1.5e+300"],
  [true, " true"],
  [null, " null"],
  [
    { on: 1, "12": 2, B: 3, "a b": 4, "": 5, "x: w": 6 },
    "\n  ? ''\n  : 5\n  '12': 2\n  B: 3\n  a b: 4\n  'on': 1\n  'x: w': 6",
  ],
  [{ ["k".repeat(122)]: ["a"] }, `\n  ${"k".repeat(122)}:\n  - a`],
  [{ ["k".repeat(123)]: ["a"] }, `\n  ? ${"k".repeat(123)}\n  : - a`],
  [{ "two\nlines": { a: 1 } }, "\n  ? 'two\n\n    lines'\n  : a: 1"],
  [{ "🎉": 1, "￮": 2 }, "\n  ￮: 2\n  🎉: 1"],
  [
    {
      size: [640, 480],
      alt: "A nurse explains the results of the home blood pressure readings to a patient over a video call",
    },
    "\n  alt: A nurse explains the results of the home blood pressure readings to a patient\n    over a video call\n  size:\n  - 640\n  - 480",
  ],
];

describe("house style", () => {
  describe("prints as PyYAML does", () => {
    for (const [value, text] of SCALARS) {
      it(`the text ${JSON.stringify(value)}`, () => {
        assert.equal(writeScalar(value, { column: 3, indent: 2 }), text);
      });
    }
    for (const [value, text] of ENTRIES) {
      it(`the value ${JSON.stringify(value)}`, () => {
        assert.equal(writeEntry("v", value, 0, "\n"), `v:${text}\n`);
      });
    }
  });

  it("quotes what some reader takes for another value, although PyYAML does not", () => {
    const written = ["y", "N", "08", "1e3", "0o17"].map((text) => writeScalar(text, AT_VALUE));
    assert.deepEqual(written, ["'y'", "'N'", "'08'", "'1e3'", "'0o17'"]);
  });

  it("escapes the line breaks that only YAML 1.1 knows, although PyYAML does not", () => {
    assert.equal(writeScalar("a\x85b\u2028c\u2029d", AT_VALUE), '"a\\Nb\\Lc\\Pd"');
  });

  it("takes the wanted style where the value allows it, else the nearest", () => {
    assert.equal(writeScalar("word", { ...AT_VALUE, style: "single" }), "'word'");
    assert.equal(writeScalar("word", { ...AT_VALUE, style: "double" }), '"word"');
    assert.equal(writeScalar("a: b", { ...AT_VALUE, style: "plain" }), "'a: b'");
    assert.equal(writeScalar("a\tb", { ...AT_VALUE, style: "single" }), '"a\\tb"');
    assert.equal(writeScalar(12, { ...AT_VALUE, style: "double" }), "12");
    assert.equal(writeScalar(false, { ...AT_VALUE, style: "single" }), "false");
  });

  it("quotes flow indicators in a flow collection only", () => {
    for (const text of ["a, b", "a]b", "{a", "https://example.org/", "what?"]) {
      assert.equal(writeScalar(text, { ...AT_VALUE, context: "flow" }), `'${text}'`);
    }
    assert.equal(writeScalar("a, b", AT_VALUE), "a, b");
    assert.equal(writeScalar("word", { ...AT_VALUE, context: "flow" }), "word");
  });

  it("folds at the wanted column, or never", () => {
    const text = "one two three four";
    assert.equal(
      writeScalar(text, { column: 3, indent: 4, foldAt: 8, eol: "\r\n" }),
      "one two\r\n    three\r\n    four",
    );
    const long = "word ".repeat(40).trim();
    assert.equal(writeScalar(long, { ...AT_VALUE, foldAt: Number.POSITIVE_INFINITY }), long);
  });

  it("writes entries and items at their indentation with their line end", () => {
    assert.equal(writeEntry("a", ["x", { b: 1, c: [] }], 2, "\r\n"), "  a:\r\n  - x\r\n  - b: 1\r\n    c: []\r\n");
    assert.equal(writeItem("x: y", 4, "\n"), "    - 'x: y'\n");
    assert.equal(writeItem(["x", ["z"]], 2, "\n"), "  - - x\n    - - z\n");
  });

  it("sorts keys by code points", () => {
    assert.deepEqual(["b", "a", "ab", "B", "\u{1F389}", "\uFFEE"].sort(compareKeys), [
      "B",
      "a",
      "ab",
      "b",
      "\uFFEE",
      "\u{1F389}",
    ]);
  });
});

const AT_VALUE = { column: 3, indent: 2 };
