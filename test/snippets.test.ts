import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CLEAN, changed, fixed, report } from "./fixture.ts";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const file = fileURLToPath(new URL("../../snippets/markdown.json", import.meta.url));
const written: readonly Snippet[] = Object.values(JSON.parse(readFileSync(file, "utf8")));
const snippets: ReadonlyMap<string, string> = new Map(
  written.map(({ prefix, body }) => [prefix, expanded(body.join("\n"))]),
);

/** What a snippet inserts for those who only press Tab. */
function expanded(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replaceAll("\\", ""))
    .replace(/\$\d+/g, "");
}

function snippet(prefix: string): string {
  const text = snippets.get(prefix);
  assert.ok(text !== undefined, prefix);
  return text;
}

/** Only those who ask for them meet them. */
it("Snippets all have one prefix", () => {
  for (const prefix of snippets.keys()) assert.match(prefix, /^curated-[a-z]+$/);
});

describe("Snippets in Markdown", () => {
  it("begin an article of which repairs know the rest", async () => {
    const written = snippet("curated-news")
      .replace("Scheme: Topic", "Medigy: Telehealth")
      .replace("<p></p>", "<p>A heart clinic hands out small patches.</p>");
    const text = await fixed(written);
    assert.match(text, /^slug: /m);
    assert.match(text, /^breadcrumbs:/m);
    const left = await report(text);
    assert.doesNotMatch(left, /yaml-syntax|unknown-key|wrong-type|invalid-value|derived-value|unknown-topic/);
  });

  it("begin an article of any kind", async () => {
    const left = await report(snippet("curated-article"));
    assert.match(left, /missing-key/);
    assert.doesNotMatch(left, /yaml-syntax|unknown-key|invalid-value/);
  });

  for (const prefix of ["curated-figure", "curated-quote", "curated-source"]) {
    it(`bring a block without a fault: ${prefix}`, async () => {
      const text = CLEAN.replace(/<p>.*<\/p>/, snippet(prefix));
      assert.notEqual(text, CLEAN);
      assert.equal(await report(text), "");
    });
  }

  it("suppress a rule", async () => {
    const wrong = changed("basePath: /", `${snippet("curated-suppress")}\nbasePath: /elsewhere/`);
    assert.equal(await report(wrong), "");
    assert.notEqual(await report(changed("basePath: /", "basePath: /elsewhere/")), "");
  });
});
