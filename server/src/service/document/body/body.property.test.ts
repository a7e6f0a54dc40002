import assert from "node:assert/strict";
import fc from "fast-check";
import { runs } from "../../../../../test/runs.ts";
import { parseFrontMatter } from "../frontMatter.ts";
import { type Body, faultsOf, isSuspect, readBody } from "./body.ts";
import { findBodyFaults } from "./bodyFaults.ts";

/** A piece of a body in a line, and the part of it that is a fault. */
const PLANTED: readonly (readonly [piece: string, fault: string])[] = [
  ["<b onclick=a>b</b>", "onclick=a"],
  ['<b title="🎉"  onfocus="a">b</b>', 'onfocus="a"'],
  ["<i><script>a</script></i>", "<script>"],
  ['<a href="jav&#97;script:a">b</a>', "jav&#97;script:a"],
  ["[b](javascript:a)", "javascript:a"],
  ["[b](<vbscript:a> 'c')", "vbscript:a"],
  ["<img src=a>", "<img src=a>"],
  ["![](a.png)", "![](a.png)"],
];

const planted = fc.constantFrom(...PLANTED);

/** What may stand in a body beside it, and makes nothing of it text. */
const paragraph = fc.constantFrom(
  "A *heart* and [a link](https://a.example/b).",
  "ünïcode 🎉 &nbsp; &rsquo;",
  "## A heading",
  "{{< figure src='a' >}} and `code`",
  "> a quote",
  "1. an item",
  "<!-- a comment -->",
  "***",
);

/** Where a piece may stand, so that it is HTML or Markdown still. */
const live = fc.constantFrom<(piece: string) => string>(
  (piece) => `A heart ${piece} beats.`,
  (piece) => `> A heart ${piece} beats.`,
  (piece) => `- A heart\n- ${piece} beats`,
  (piece) => `*A* heart **beats ${piece}**`,
  (piece) => `{{< a >}} \`b\` ${piece}`,
);

/** Where a piece is text. */
const dead = fc.constantFrom<(piece: string) => string>(
  (piece) => `A heart \`\`${piece}\`\` beats.`,
  (piece) => `\`\`\`html\n${piece}\n\`\`\``,
  (piece) => `~~~\n${piece}\n\n${piece}\n~~~`,
  (piece) => `    ${piece}`,
  (piece) => `A heart <!-- ${piece} --> beats.`,
  (piece) => `<!--\n${piece}\n\n${piece}\n-->`,
  (piece) => `{{< a "${piece}" >}}`,
);

const eol = fc.constantFrom("\n", "\r\n");

describe("faults of the body", () => {
  it("are where they were planted", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(paragraph, live, planted)), eol, (parts, lineBreak) => {
        const text = written(
          parts.map(([before, around, [piece]]) => `${before}\n\n${around(piece)}`),
          lineBreak,
        );
        const found = (findBodyFaults(text) ?? []).map(({ start, end }) => text.slice(start, end));
        assert.deepEqual(
          found,
          parts.map(([, , [, fault]]) => fault),
        );
      }),
    ));

  it("are none in code, comments and shortcodes", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(paragraph, dead, planted)), eol, (parts, lineBreak) => {
        const text = written(
          parts.map(([before, around, [piece]]) => `${before}\n\nText.\n\n${around(piece)}`),
          lineBreak,
        );
        assert.deepEqual(findBodyFaults(text), []);
      }),
    ));

  it("are suspected wherever they are", () =>
    fc.assert(
      fc.property(anything(), (text) => {
        assert.ok(isSuspect(text) || findBodyFaults(text)?.length === 0, text);
      }),
      { numRuns: runs(2000) },
    ));

  it("lie inside the text, whatever it is, and read from the version before they are the same", () =>
    fc.assert(
      fc.asyncProperty(anything(), async (text) => {
        const front = "---\ntitle: a\n---\n";
        const body = await bodyOf(front + text, undefined);
        const typed = `---\ntitle: a longer one\n---\n${text}`;
        const faults = [...faultsOf(body)];
        for (const { start, end } of faults)
          assert.ok(front.length <= start && start < end && end <= (front + text).length);
        const again = await bodyOf(typed, body);
        assert.equal(again.faults, body.faults);
        assert.deepEqual(again, await bodyOf(typed, undefined));
        const shifted = [...faultsOf(again)].map(({ start, end }) => typed.slice(start, end));
        assert.deepEqual(
          shifted,
          faults.map(({ start, end }) => (front + text).slice(start, end)),
        );
      }),
    ));
});

function written(paragraphs: readonly string[], lineBreak: string): string {
  return paragraphs.join("\n\n").replaceAll("\n", lineBreak);
}

/** Pieces of HTML and Markdown in any order. */
function anything(): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    ..."<|>|</|/>|<a |<img|<script|</script>|<!--|-->|<iframe srcdoc=a|<base|<meta |<p\n>| onclick|ON| href|=|'|\"|java|\tscript|:|&#58;|&#x6a;|&Tab;|![|[|]|(|)|](|`|```|~~~|> |- |    |\\|{{<|>}}|{{%|%}}|\n|\r\n|\r|\n\n|\uFEFF|\0|🎉|\uD800|ü|x".split(
      "|",
    ),
    ...PLANTED.map(([piece]) => piece),
  );
  return fc.array(pieces, { maxLength: 25 }).map((all) => all.join(""));
}

async function bodyOf(text: string, before: Body | undefined): Promise<Body> {
  const body = await readBody(text, parseFrontMatter(text), before);
  assert.ok(body);
  return body;
}
