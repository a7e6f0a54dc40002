import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed, report } from "./fixture.ts";
import { createWorld, IMAGE, png, SITE } from "./world.ts";

const NAMED = "---\narchetype: news\n---\n";
const UNNAMED = "---\ntitle: A Note\n---\n\nA note.\n";
const PROMPT = "---\ndescription: 'Writes: summaries'\nmode: agent\n---\nSummarise.\n";

describe("recognition of articles", () => {
  const isArticle = async (path: string, text: string, files = SITE) => {
    const world = createWorld(files);
    return (await world.service.inspect(world.document(path, text))) !== undefined;
  };

  for (const [path, text] of [
    [ARTICLE, UNNAMED],
    [ARTICLE, ""],
    [ARTICLE, "Only a body.\n"],
    [ARTICLE, '+++\ntitle = "A"\n+++\n'],
    ["content/drafts/a.md", NAMED],
    ["anywhere.md", NAMED],
    ["content/communities/cardiology/curated-news/a b – ü.md", UNNAMED],
  ] as const) {
    it(`takes ${path} with ${JSON.stringify(text.slice(0, 20))}`, async () => assert.ok(await isArticle(path, text)));
  }

  for (const [path, text] of [
    ["README.md", "# A Site\n\n---\n\nText.\n\n---\n"],
    ["README.md", UNNAMED],
    ["README.md", ""],
    ["content/about.md", UNNAMED],
    ["content/communities/cardiology/about.md", UNNAMED],
    ["content/communities/cardiology/_index.md", NAMED],
    ["content/communities/cardiology/curated-news/_index.md", UNNAMED],
    ["content/communities/cardiology/curated-news/_index.de.md", UNNAMED],
    ["archetypes/news.md", NAMED],
    ["layouts/_default/a.md", NAMED],
    ["themes/medigy/content/communities/a/curated-news/a.md", NAMED],
    ["node_modules/hugo/a.md", NAMED],
    [".github/prompts/summary.prompt.md", PROMPT],
    ["prompts/summary.prompt.md", PROMPT],
    ["content/drafts/a.md", "---\narchetype: event\n---\n"],
    ["content/drafts/a.md", "---\narchetype: [news]\n---\n"],
  ] as const) {
    it(`leaves ${path} with ${JSON.stringify(text.slice(0, 24))} alone`, async () => {
      assert.equal(await isArticle(path, text), false);
      assert.equal(await report(text, { path }), "");
    });
  }

  it("goes by the content folders that the site names", async () => {
    const site = { ...SITE, "curated-content.yaml": "content: [pages, old/content/]\n" };
    assert.ok(await isArticle("pages/communities/a/curated-news/a.md", UNNAMED, site));
    assert.ok(await isArticle("old/content/communities/a/curated-news/a.md", UNNAMED, site));
    assert.equal(await isArticle(ARTICLE, UNNAMED, site), false);
  });

  it("says of an article without front matter only that", async () => {
    assert.equal(await report("Only a body.\n", { path: ARTICLE }), "1 missing-front-matter «Only a body.»");
    assert.equal(await report("", { path: ARTICLE }), "1 missing-front-matter «»");
  });

  it("says of front matter in TOML or JSON only that it is not checked", async () => {
    assert.equal(await report('+++\ntitle = "A"\n+++\n', { path: ARTICLE }), "1 unchecked-front-matter «+++»");
    assert.equal(await report('{ "title": "A" }\n', { path: ARTICLE }), "1 unchecked-front-matter «{»");
  });

  it("takes the body for no front matter, whatever stands in it", async () => {
    await unchanged("\n---\n\nid: '77'\n\n---\n");
    await unchanged("\n+++\n```yaml\n---\ntitle: 2020\n---\n```\n");
    async function unchanged(body: string) {
      assert.equal(await report(CLEAN + body), "");
    }
  });

  it("does nothing where it is turned off", async () => {
    const world = createWorld();
    const document = world.document(ARTICLE, UNNAMED);
    const off = { enable: false, rules: {} };
    assert.deepEqual(await world.service.diagnose(document, off), []);
    assert.deepEqual(await world.service.fixAll(document, off), []);
    assert.deepEqual(await world.service.complete(document, 4, off), []);
    assert.equal(await world.service.hover(document, 5, off), undefined);
  });
});

describe("sites", () => {
  const rootOf = async (path: string, files: { readonly [path: string]: string }) => {
    const world = createWorld(files);
    return (await world.service.inspect(world.document(path, NAMED)))?.root;
  };

  it("are found by the nearest folder with a file of a site", async () => {
    const news = "sites/medigy/content/communities/a/curated-news/a.md";
    assert.equal(await rootOf(news, { "sites/medigy/hugo.yaml": "" }), "file:///site/sites/medigy");
    assert.equal(await rootOf(news, { "sites/medigy/hugo.toml": "", "hugo.yaml": "" }), "file:///site/sites/medigy");
    assert.equal(await rootOf("notes/a.md", { "data/topics.yaml": "" }), "file:///site");
  });

  it("are else the folder above `content`, else the open folder", async () => {
    assert.equal(await rootOf("sites/medigy/content/a/b.md", {}), "file:///site/sites/medigy");
    assert.equal(await rootOf("notes/deep/a.md", {}), "file:///site");
  });

  it("have their own topics and communities", async () => {
    const files = {
      [`a/${IMAGE}`]: png(640, 320),
      [`b/${IMAGE}`]: png(640, 320),
      "a/data/topics.yaml": SITE["data/topics.yaml"] ?? "",
      "b/data/topics.yaml": "schemes: []\n",
    };
    const world = createWorld(files);
    const found = async (root: string) => world.service.diagnose(world.document(`${root}/${ARTICLE}`, CLEAN));
    assert.deepEqual(
      (await found("a")).map(({ ruleId }) => ruleId),
      [],
    );
    assert.deepEqual(
      (await found("b")).map(({ ruleId }) => ruleId),
      ["unknown-topic", "unknown-topic"],
    );
  });

  it("set the severity of rules, and a user's settings come first", async () => {
    const world = createWorld({
      ...SITE,
      "curated-content.yaml": "rules:\n  derived-value: error\n  unknown-key: off\n",
    });
    const document = world.document(ARTICLE, changed("slug: heart", "colour: red\nslug: hart"));
    const [found, ...others] = await world.service.diagnose(document);
    assert.deepEqual([found?.ruleId, found?.severity, others], ["derived-value", "error", []]);
    const settings = { enable: true, rules: { "derived-value": "hint", "unknown-key": "warning" } } as const;
    assert.deepEqual(
      (await world.service.diagnose(document, settings)).map(({ severity }) => severity),
      ["warning", "hint"],
    );
  });

  it("name what is wrong in their own files by its line, and use the rest", async () => {
    const world = createWorld({
      "curated-content.yaml": "contents: content\n",
      "data/communities.yaml": "- slug: cardiology\n  name: Cardiology\n- name: Nobody\n",
      "data/topics.yaml": SITE["data/topics.yaml"] ?? "",
    });
    const problems = await world.service.siteProblems(`file:///site/${ARTICLE}`);
    assert.deepEqual(
      problems.map(({ uri, line }) => `${uri.slice("file:///site/".length)}:${line}`),
      ["curated-content.yaml:1", "data/communities.yaml:3"],
    );
    assert.deepEqual(await world.service.diagnose(world.document(ARTICLE, CLEAN)), []);
  });

  for (const broken of ["schemes: [", "- a\n- b: c", "&a [*a]", "\u0000", "schemes:\n  - label: 1\n    topics: no\n"]) {
    it(`live on with ${JSON.stringify(broken)} in a data file`, async () => {
      const site = {
        ...SITE,
        "data/topics.yaml": broken,
        "data/communities.yaml": broken,
        "curated-content.yaml": broken,
      };
      const world = createWorld(site);
      await world.service.diagnose(world.document(ARTICLE, CLEAN));
      assert.notDeepEqual(await world.service.siteProblems(`file:///site/${ARTICLE}`), []);
    });
  }

  describe("without a list of communities", () => {
    const index = (front: string) => ({ "content/communities/cardiology/_index.md": front });

    it("learn them from the pages of their sections", async () => {
      const world = createWorld(index("---\ntitle: Heart Care\n---\n"));
      const inspection = await world.service.inspect(world.document(ARTICLE, CLEAN));
      assert.deepEqual(inspection?.community, { slug: "cardiology", name: "Heart Care", listed: true });
      assert.deepEqual(
        (await world.service.diagnose(world.document(ARTICLE, CLEAN))).map(({ ruleId }) => ruleId),
        ["breadcrumb-labels", "derived-value", "derived-value"],
      );
    });

    it("never run what a page says", async () => {
      const world = createWorld(index('---js\n{ title: (globalThis.wasRun = true, "Heart") }\n---\n'));
      await world.service.diagnose(world.document(ARTICLE, CLEAN));
      assert.equal("wasRun" in globalThis, false);
      const text = "---js\n{ archetype: (globalThis.wasRun = true, 'news') }\n---\n";
      await world.service.diagnose(world.document(ARTICLE, text));
      assert.equal("wasRun" in globalThis, false);
    });
  });

  describe("when a file changes", () => {
    const idsOf = async (world: ReturnType<typeof createWorld>) =>
      (await world.service.diagnose(world.document(ARTICLE, CLEAN))).map(({ ruleId }) => ruleId);

    it("see it in the vocabulary, the communities and the configuration", async () => {
      const world = createWorld();
      assert.deepEqual(await idsOf(world), []);
      assert.ok(world.write("data/topics.yaml", "schemes: []\n"));
      assert.deepEqual(await idsOf(world), ["unknown-topic", "unknown-topic"]);
      assert.ok(world.write("curated-content.yaml", "rules: { unknown-topic: off }\n"));
      assert.deepEqual(await idsOf(world), []);
      assert.ok(
        world.write("data/communities.yaml", "- slug: cardiology\n  name: Heart\n  mastHead: Cardiology CoP\n"),
      );
      assert.deepEqual(await idsOf(world), ["breadcrumb-labels", "derived-value"]);
    });

    it("see it where a site's configuration names other files", async () => {
      const world = createWorld({ "curated-content.yaml": "vocabularies: { topics: terms.yaml }\n" });
      assert.deepEqual(await idsOf(world), []);
      world.write("terms.yaml", "schemes: []\n");
      assert.deepEqual(await idsOf(world), ["unknown-topic", "unknown-topic"]);
    });

    it("see it in the pages that communities are learned from", async () => {
      const world = createWorld({ "hugo.yaml": "" });
      assert.deepEqual(await idsOf(world), []);
      assert.ok(world.write("content/communities/cardiology/_index.md", "---\ntitle: Heart\n---\n"));
      assert.deepEqual(await idsOf(world), ["breadcrumb-labels", "derived-value", "derived-value"]);
    });

    it("see that it was deleted", async () => {
      const world = createWorld({ ...SITE, "data/topics.yaml": "schemes: []\n" });
      assert.equal((await idsOf(world)).length, 2);
      assert.ok(world.write("data/topics.yaml", undefined));
      assert.deepEqual(await idsOf(world), []);
    });

    it("need not read again for any other file", () => {
      const world = createWorld();
      for (const path of ["content/a.md", "content/_index.md", "assets/a.png"])
        assert.equal(world.write(path, ""), false);
    });
  });
});
