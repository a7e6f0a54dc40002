import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

const FAULTY = changed("slug: heart", "colour: red\nslug: hart");

describe("curated-content.yaml", () => {
  it("gives rules other severities in some folders, the last entry first", async () => {
    const config = `rules:
  derived-value: error
overrides:
  - files: content/communities/**
    rules:
      derived-value: hint
      unknown-key: error
  - files: [content/archive/**, content/communities/*/curated-news/*.md]
    rules:
      unknown-key: off
  - files: content/communities/oncology/**
    rules:
      derived-value: off
`;
    assert.deepEqual(await severities(config), ["derived-value hint"]);
    const settings = { enable: true, rules: { "derived-value": "warning" } } as const;
    const world = createWorld({ ...SITE, "curated-content.yaml": config });
    const [found] = await world.service.diagnose(world.document(ARTICLE, FAULTY), settings);
    assert.equal(found?.severity, "warning");
  });

  it("names globs that can match nothing", async () => {
    const world = createWorld({
      ...SITE,
      "curated-content.yaml": "overrides:\n- files: ['/a/*.md', ../b/*.md]\n  rules: {}\n",
    });
    const problems = await world.service.siteProblems(`file:///site/${ARTICLE}`);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 2],
    );
    assert.match(problems[0]?.message ?? "", /glob that is relative to the site's root/);
  });

  it("counts as far as it is right", async () => {
    assert.deepEqual(await severities("content: 1\nrules:\n  unknown-key: off\n  nothing: off\n"), [
      "derived-value warning",
    ]);
    assert.deepEqual(await severities("rules:\n  unknown-key: off\noverrides:\n- rules: 1\n- 7\nx: ["), [
      "derived-value warning",
    ]);
  });

  it("does not say an article to be wrong for what a faulty list lacks", async () => {
    for (const file of ["data/communities.yaml", "data/topics.yaml"]) {
      const world = createWorld({ ...SITE, [file]: "- [\n" });
      assert.deepEqual(await world.service.diagnose(world.document(ARTICLE, CLEAN)), [], file);
    }
  });
});

async function severities(config: string): Promise<readonly string[]> {
  const world = createWorld({ ...SITE, "curated-content.yaml": config });
  const found = await world.service.diagnose(world.document(ARTICLE, FAULTY));
  return found.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}
