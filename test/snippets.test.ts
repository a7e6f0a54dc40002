import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ARTICLE, CLEAN, changed, fixed, report } from "./fixture.ts";
import { SITE } from "./world.ts";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

function snippetsOf(language: string): ReadonlyMap<string, string> {
  const file = fileURLToPath(new URL(`../../snippets/${language}.json`, import.meta.url));
  const snippets: readonly Snippet[] = Object.values(JSON.parse(readFileSync(file, "utf8")));
  return new Map(snippets.map(({ prefix, body }) => [prefix, expanded(body.join("\n"))]));
}

/** What a snippet inserts for those who only press Tab. */
function expanded(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replaceAll("\\", ""))
    .replace(/\$\d+/g, "");
}

const markdown = snippetsOf("markdown");
const yaml = snippetsOf("yaml");

function snippet(snippets: ReadonlyMap<string, string>, prefix: string): string {
  const text = snippets.get(prefix);
  assert.ok(text !== undefined, prefix);
  return text;
}

/** Only those who ask for them meet them. */
it("Snippets all have one prefix", () => {
  for (const prefix of [...markdown.keys(), ...yaml.keys()]) assert.match(prefix, /^curated-[a-z]+$/);
});

describe("Snippets in Markdown", () => {
  it("begin an article of which repairs know the rest", async () => {
    const written = snippet(markdown, "curated-news")
      .replace("Scheme: Topic", "Medigy: Telehealth")
      .replace("<p></p>", "<p>A heart clinic hands out small patches.</p>");
    const text = await fixed(written);
    assert.match(text, /^slug: /m);
    assert.match(text, /^breadcrumbs:/m);
    const left = await report(text);
    assert.doesNotMatch(left, /yaml-syntax|unknown-key|wrong-type|invalid-value|derived-value|unknown-topic/);
  });

  it("begin an article of any kind", async () => {
    const left = await report(snippet(markdown, "curated-article"));
    assert.match(left, /missing-key/);
    assert.doesNotMatch(left, /yaml-syntax|unknown-key|invalid-value/);
  });

  for (const prefix of ["curated-figure", "curated-quote", "curated-source"]) {
    it(`bring a block without a fault: ${prefix}`, async () => {
      const text = CLEAN.replace(/<p>.*<\/p>/, snippet(markdown, prefix));
      assert.notEqual(text, CLEAN);
      assert.equal(await report(text), "");
    });
  }

  it("suppress a rule", async () => {
    const wrong = changed("basePath: /", `${snippet(markdown, "curated-suppress")}\nbasePath: /elsewhere/`);
    assert.equal(await report(wrong), "");
    assert.notEqual(await report(changed("basePath: /", "basePath: /elsewhere/")), "");
  });
});

describe("Snippets in YAML", () => {
  const schema = { "schemas/event.schema.json": '{ "type": "object" }' };
  const config = { path: "curated-content.yaml", site: { ...SITE, ...schema, [ARTICLE]: CLEAN } };

  it("make a site's configuration, in parts", async () => {
    const parts = ["curated-site", "curated-archetype", "curated-override"].map((prefix) => snippet(yaml, prefix));
    for (const text of [...parts, parts.join("")]) assert.equal(await report(text, config), "", text);
  });

  it("make a vocabulary and topics", async () => {
    const place = { path: "data/topics.yaml" };
    const vocabulary = snippet(yaml, "curated-vocabulary");
    assert.doesNotMatch(await report(vocabulary, place), /^(?!.*unused-topic).+$/m);
    const topic = snippet(yaml, "curated-topic").replace("Topic", "Another").trimEnd().replace(/^/gm, "      ");
    assert.doesNotMatch(await report(`${vocabulary}${topic}\n`, place), /^(?!.*unused-topic).+$/m);
  });

  it("make a community", async () => {
    assert.equal(await report(snippet(yaml, "curated-community"), { path: "data/communities.yaml" }), "");
  });
});
