import assert from "node:assert/strict";
import { diagnose, report } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

// One slip in what a site says of itself is one problem, at its place.

const PATH = "curated-content.yaml";

function configured(config: string, files: { readonly [path: string]: string } = {}) {
  return { path: PATH, site: { ...SITE, [PATH]: config, ...files } };
}

const EVENT = `archetypes:
  event:
    files: content/events/*.md
    derive:
      trail: ['{{ title }}']
      trailLinks: ['#']
    breadcrumbs:
      labels: trail
      links: trailLinks
`;

describe("a slip in a site's configuration", () => {
  it("is one where `derive` is misspelt, though breadcrumbs name its keys", async () => {
    assert.equal(await report(EVENT, configured(EVENT)), "");
    const slipped = EVENT.replace("derive:", "derve:");
    assert.equal(await report(slipped, configured(slipped)), "4 misspelled-key «derve»");
    const without = EVENT.replace(/ {4}derive:\n(?: {6}.*\n)+/, "");
    assert.match(await report(without, configured(without)), /^5 site-configuration .*\n6 site-configuration /);
  });

  it("is one where a quote is not closed", async () => {
    const config = "content: 'content\nhugo:\n  version: 0.147.6\n";
    assert.equal(await report(config, configured(config)), "1 yaml-syntax «'»");
  });

  it("is one where a date is made of what there is not", async () => {
    const config = EVENT.replace("'{{ title }}'", `"{{ date | date: '%Y-%q' }}"`);
    const [only, ...others] = await diagnose(config, configured(config));
    assert.match(only?.message ?? "", /`%q`/);
    assert.equal(config.slice(only?.start, only?.end), "'%Y-%q'");
    assert.deepEqual(others, []);
  });
});

describe("a slip in a site's schema", () => {
  const config = "archetypes:\n  note:\n    files: content/*.md\n    schema: note.json\n";
  const problemsIn = async (schema: object) => {
    const world = createWorld(configured(config, { "note.json": JSON.stringify(schema) }).site);
    return world.service.siteProblems("file:///site/content/a.md");
  };

  it("is one where it names a vocabulary that there is none of; the rest counts", async () => {
    const schema = { properties: { themes: { items: { "x-vocabulary": "themes" } }, title: { type: "string" } } };
    const [only, ...others] = await problemsIn(schema);
    assert.match(only?.message ?? "", /vocabulary/);
    assert.deepEqual(others, []);
    const place = { ...configured(config, { "note.json": JSON.stringify(schema) }), path: "content/a.md" };
    assert.equal(await report("---\ntitle: [a]\n---\n\nText.\n", place), "2 wrong-type «[a]»");
    assert.deepEqual(await problemsIn({ properties: { "x-vocabulary": { type: "string" } } }), []);
  });

  it("takes no key that it may describe for one of Hugo's", async () => {
    const article = "---\nkind: talk\n---\n\nText.\n";
    const broken = { ...configured(config, { "note.json": "{" }), path: "content/a.md" };
    const none = { ...configured(config.replace(/ {4}schema.*\n/, "")), path: "content/a.md" };
    assert.equal(await report(article, broken), "");
    assert.equal(await report(article, none), "2 hugo-reserved-key «kind»");
  });
});
