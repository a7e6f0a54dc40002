import assert from "node:assert/strict";
import fc from "fast-check";
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
  "tags:\n- news\n- 'Medigy: Telehealth'\n- 010\n",
  "tags:\r\n- a b  \r\n-   c\r\n",
  "status: ''\n",
  "author:\n",
  "author: ",
  "link:\n  brand: a.example\n  # where it is\n\n  href: https://a.example\n",
  "schemes:\n  - label: Medigy\n    topics:\n      - label: Telehealth\n        altLabels: [Telemedicine, 'Virtual, Care' , \"a\"]\n      - label: B\n",
  "schemes:\r\n- label: Medigy\r\n  topics:\r\n  - label: Telehealth\r\n    deprecated: true\r\n\r\n",
];

const PIECES = [
  "key",
  "k-1",
  ":",
  ": ",
  " ",
  "- ",
  "-",
  "\n",
  "\r\n",
  "\n- ",
  "'",
  "''",
  '"',
  "\\",
  "#",
  " #",
  "[]",
  "{}",
].concat([
  "a",
  "b c",
  "é",
  "yes",
  "010",
  "1.10",
  "~",
  "https://x",
  "&a",
  "*a",
  "!t",
  "|",
  ">",
  "%",
  "@",
  ",",
  "\t",
  "\u2028",
  "\u00A0",
  "\uFEFF",
]);

function readByPackage(entry: string, base: number, reader: YamlReader): unknown {
  const { root, errors } = readYamlNodes(entry, base, newContext(reader));
  return errors.length === 0 && root?.kind === "mapping" && root.pairs.length === 1 ? root.pairs[0] : undefined;
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

  it("is never read otherwise than by the YAML package", () => {
    const entry = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => `key${pieces.join("")}`);
    const reader = fc.constantFrom<YamlReader>("go-yaml-v2", "goccy");
    fc.assert(
      fc.property(entry, fc.constantFrom("", "\n"), reader, (start, lineBreak, by) => {
        const text = start + lineBreak;
        const read = readPlainEntry(text, { start: 0, end: text.length }, by);
        if (read !== undefined) assert.deepEqual(read, readByPackage(text, 0, by));
      }),
      { numRuns: 5000 },
    );
  });

  it("is never read otherwise where lists and mappings nest", () => {
    const line = fc
      .tuple(fc.nat(4), fc.constantFrom(...LINES), fc.constantFrom(...VALUES))
      .map(([indent, start, value]) => `${" ".repeat(indent)}${start}${value}`);
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 7 }),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom<YamlReader>("go-yaml-v2", "goccy"),
        (lines, lineBreak, by) => {
          const text = ["key:", ...lines, ""].join(lineBreak);
          const plain = readPlainEntry(text, { start: 0, end: text.length }, by);
          if (plain === undefined) return;
          read++;
          assert.deepEqual(plain, readByPackage(text, 0, by), text);
        },
      ),
      { numRuns: 5000 },
    );
    assert.ok(read > 500, `${read} were read at all`);
  });
});

const LINES = ["a: ", "b:", "- ", "- a: ", "- b:", "  c: ", "# ", "", "-", "- - "];
const VALUES = [
  "x",
  "x y",
  "'it''s'",
  '"q"',
  "[a, 'b,' ]",
  "[a]",
  "[]",
  "[ a , ]",
  "[a: b]",
  "{}",
  "",
  "",
  "x # c",
  "# c",
  "2",
];
