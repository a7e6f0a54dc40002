import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../test/runs.ts";
import { readPlainEntry } from "./plainEntry.ts";
import type { YamlReader } from "./plainScalar.ts";
import { newContext, readYamlNodes } from "./yamlNodes.ts";

const PLAIN = [
  "title: A Steady Beat\n",
  "title:   'It''s here'  \n",
  'title: "Here: it is" \r\n',
  "id: 77\n",
  "draft: yes\n",
  "href: https://heart-news.example/2021#top\n",
  "categories: []\n",
  "tags: [news, 'Medigy: Telehealth' , \"a\\tb\",]\n",
  "tags:\n- news\n- 'Medigy: Telehealth'\n- 010\n",
  "tags:\r\n- a b  \r\n-   c\r\n",
  "tags:\n  # first\n  - a # one\n\n  - b\n# behind\n",
  "status: ''\n",
  "author:\n",
  "author: ",
  "  title: A\n",
  "summary: A step count can be off by a third and harm\n  no one, but a heart rate\n\n\n    may change a dose.  \n",
  "summary:\n  On a line\n  of its own # and a comment\n",
  'topics: \'["Medigy: Telehealth","Gartner:\r\n  Data"]\'\r\n',
  'title: "It beats \\u2014 and \\\n  \\ beats,  \n  \\xE9 on"\n',
  "image:\n  href: a.png\n  size:\n  - 1\n  - 2\n  wpAttachment:\n    link: /a\n    fileName: 'b'\n  valid: true\n",
  "link:\n  brand: a.example\n  # where it is\n\n  href: https://a.example\n",
  "schemes:\n  - label: Medigy\n    topics:\n      - label: Telehealth\n        altLabels: [Telemedicine, 'Virtual, Care' , \"a\"]\n      - label: B\n",
  "schemes:\r\n- label: Medigy\r\n  topics:\r\n  - label: Telehealth\r\n    deprecated: true\r\n\r\n",
  "list:\n- label: A\n  alt:\n  - a\n\n- label: B\n- c\n",
];

const PIECES = [
  ...["key", "k-1", "a: b", ":", ": ", " ", "  ", "- ", "-", "\n", "\r\n", "\n- ", "\n  ", "\n  - ", "\n  k: "],
  ...["'", "''", '"', "\\", "#", " #", "[]", "[a, ", "]", "{}", "a", "b c", "é", "yes", "010", "-1", "1.10", "~"],
  ...["https://x", "x2A", "u00e9", "U0001F600", "ud800", "&a", "*a", "!t", "? ", "|", ">", "%", "@", ",", "\t", "\r"],
  ...["...", "---", "\u2028", "\u00A0", "\uFEFF"],
];

const SCALARS = [
  ...["", "a", "b c", "12", "yes", "a#b", "a:b", "a #b", "-5", "- a", "~", "https://a.b/c#d", "'a'", "'a: b #'", "''"],
  ...['"a"', '"\\u00e9"', "[]", "[a, 'b']", "[a: b]", "{}", "|", "&a b"],
];

/** Scalars of two lines and more; each but the first is indented, by `>` in one place deeper than what it is in. */
const FOLDED = [
  "a b\n>c",
  "a\n\n> b",
  "'a \n>b''c'",
  '"a  \n\n> b "',
  '"a\\\n>\\ b"',
  "a # b\n>c",
  "a\n>b: c",
  "a\n>- b",
  "'a\nb'",
];

const NOTES = ["", "\n", "\n  ", "\n# c", "\n  # c", "\n    # c", " # c", "  "];

/** What may stand behind a key in a column: from the rest of its line on. */
type Value = (column: number) => string;

interface Shapes {
  readonly value: Value;
  readonly mapping: Value;
  readonly list: Value;
}

const deeper = fc.constantFrom(0, 1, 2, 2, 3);
const note = fc.constantFrom("", "", "", "", "", "", ...NOTES);
const scalar = fc.constantFrom(...SCALARS);

const { value } = fc.letrec<Shapes>((tie: fc.LetrecTypedTie<Shapes>) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar.map(
      (text): Value =>
        () =>
          ` ${text}`,
    ),
    fc.tuple(fc.constantFrom(...FOLDED), deeper).map(
      ([text, by]): Value =>
        (column) =>
          ` ${text.replaceAll(">", " ".repeat(column + by))}`,
    ),
    fc.tuple(note, deeper, tie("mapping")).map(
      ([behind, by, below]): Value =>
        (column) =>
          `${behind}\n${" ".repeat(column + by)}${below(column + by)}`,
    ),
    fc.tuple(note, deeper, tie("list")).map(
      ([behind, by, below]): Value =>
        (column) =>
          `${behind}\n${below(column + by)}`,
    ),
  ),
  mapping: fc
    .array(fc.tuple(fc.constantFrom("k", "K-1", "a_b"), tie("value"), note), { minLength: 1, maxLength: 3 })
    .map(
      (pairs): Value =>
        (column) => {
          const lines = pairs.map(([key, below, behind]) => `${key}:${below(column)}${behind}`);
          return lines.join(`\n${" ".repeat(column)}`);
        },
    ),
  list: fc
    .array(fc.tuple(fc.constantFrom(1, 1, 2), fc.oneof(scalar, tie("mapping")), note), { minLength: 1, maxLength: 3 })
    .map(
      (items): Value =>
        (column) => {
          const lines = items.map(([gap, item, behind]) => {
            const dash = `${" ".repeat(column)}-${" ".repeat(gap)}`;
            return `${dash}${typeof item === "string" ? item : item(column + 1 + gap)}${behind}`;
          });
          return lines.join("\n");
        },
    ),
}));

const slip = fc.tuple(fc.nat(), fc.nat(1), fc.constantFrom("", ..."'\":# \n-\\[],&\t".split("")));

const entry = fc
  .tuple(fc.constantFrom(0, 0, 2), value, fc.constantFrom("\n", "\r\n"), fc.array(slip, { maxLength: 2 }))
  .map(([column, below, lineBreak, slips]) => {
    let text = `${" ".repeat(column)}key:${below(column)}`;
    for (const [place, remove, insert] of slips) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + insert + text.slice(at + remove);
    }
    return text.replaceAll("\n", lineBreak);
  });

const reader = fc.constantFrom<YamlReader>("go-yaml-v2", "goccy");
const end = fc.constantFrom("", "\n");

function readByPackage(text: string, base: number, by: YamlReader): unknown {
  const { root, errors } = readYamlNodes(text, base, newContext(by));
  return errors.length === 0 && root?.kind === "mapping" && root.pairs.length === 1 ? root.pairs[0] : undefined;
}

/** Fails where an entry is read, and otherwise than by the package. Says whether it is read. */
function isRead(entry: string, by: YamlReader): boolean {
  const text = `---\n${entry}`;
  const read = readPlainEntry(text, { start: 4, end: text.length }, by);
  if (read !== undefined) assert.deepEqual(read, readByPackage(entry, 4, by), JSON.stringify(entry));
  return read !== undefined;
}

describe("plain entry", () => {
  for (const entry of PLAIN) {
    it(`is read: ${JSON.stringify(entry)}`, () => {
      const text = `---\n${entry}`;
      const read = readPlainEntry(text, { start: 4, end: text.length }, "go-yaml-v2");
      assert.ok(read);
      assert.deepEqual(read, readByPackage(entry, 4, "go-yaml-v2"));
    });
  }

  it("is never read otherwise than by the YAML package, whatever it is made of", () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 });
    let read = 0;
    fc.assert(
      fc.property(pieces, end, reader, (some, last, by) => {
        if (isRead(`key${some.join("")}${last}`, by)) read++;
      }),
      { numRuns: runs(5000) },
    );
    assert.ok(read > 50, `${read} were read`);
  });

  it("is never read otherwise than by the YAML package, whatever its shape is", () => {
    let read = 0;
    fc.assert(
      fc.property(entry, end, reader, (start, last, by) => {
        if (isRead(start + last, by)) read++;
      }),
      { numRuns: runs(5000) },
    );
    assert.ok(read > 500, `${read} were read`);
  });
});
