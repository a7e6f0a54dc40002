import assert from "node:assert/strict";
import { applyEdits } from "../server/src/service/document/span.ts";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, type World } from "./world.ts";

// What a site does not list it learns from its articles.

const FOLDER = "content/communities/cardiology/curated-news";
const COMMUNITIES = { "data/communities.yaml": "- slug: cardiology\n  name: Cardiology\n" };

/** An article that says no more than its topics. */
function using(...topics: readonly string[]): string {
  return `---\narchetype: news\ncommunityTopics: ${JSON.stringify(topics)}\n---\n`;
}

/** Articles of a community by their names, each with its text. */
function articles(texts: readonly string[], folder = FOLDER): Files {
  return Object.fromEntries(texts.map((text, index) => [`${folder}/${index}.md`, text]));
}

/** A world whose articles have been read. */
async function taught(files: Files): Promise<World> {
  const world = createWorld({ "hugo.yaml": "", ...files });
  await world.service.indexSite(`file:///site/${ARTICLE}`);
  return world;
}

async function reportIn(world: World, text: string, path = ARTICLE): Promise<readonly string[]> {
  const found = await world.service.diagnose(world.document(path, text));
  return found.map(({ ruleId, severity, start, end }) => `${severity} ${ruleId} «${text.slice(start, end)}»`);
}

describe("topics that no file lists", () => {
  const OTHERS = [
    using("Medigy: Telehealth", "Gartner: Data Management (DM)"),
    using("Medigy: Telehealth", "Medigy: Blockchain"),
    using("Gartner: Data Management (DM)", "Gartner: Cloud"),
    using("Gartner: Cloud", "Gartner: Data Management (DM)"),
  ];
  const SITE = { ...COMMUNITIES, ...articles(OTHERS) };

  it("are those that other articles use", async () => {
    assert.deepEqual(await reportIn(await taught(SITE), CLEAN), []);
  });

  it("are no fault when they are new, and what is near is offered but never written by itself", async () => {
    const world = await taught(SITE);
    const text = CLEAN.replaceAll("Medigy: Telehealth", "Medigy: Telehaelth");
    assert.deepEqual(await reportIn(world, text), ["information unknown-topic «'Medigy: Telehaelth'»"]);
    const document = world.document(ARTICLE, text);
    assert.deepEqual(await world.service.fixAll(document), []);
    const start = text.indexOf("'Medigy: Telehaelth'");
    const actions = await world.service.codeActions(document, { start, end: start });
    const [first] = actions.filter(({ title }) => title.startsWith("Replace"));
    assert.equal(first?.title, "Replace by `Medigy: Telehealth`");
    assert.equal(applyEdits(text, first.edits), text.replace("Telehaelth", "Telehealth"));
    assert.deepEqual(await reportIn(world, CLEAN.replaceAll("Medigy: Telehealth", "Arts: Dance")), [
      "information unknown-topic «'Arts: Dance'»",
    ]);
  });

  it("may have a label that others use in another scheme", async () => {
    const world = await taught(SITE);
    const messages = async (topic: string) => {
      const text = CLEAN.replaceAll("Medigy: Telehealth", topic);
      return (await world.service.diagnose(world.document(ARTICLE, text))).map(({ message }) => message);
    };
    assert.deepEqual(await messages("Healthcare IT News: Telehealth"), [
      "No other article uses `Healthcare IT News: Telehealth`.",
    ]);
    assert.deepEqual(await messages("Medgy: Telehealth"), [
      "No other article uses `Medgy: Telehealth`. Is `Medigy: Telehealth` meant?",
    ]);
  });

  it("are as severe as the site says", async () => {
    const world = await taught({ ...SITE, "curated-content.yaml": "rules: { unknown-topic: error }\n" });
    const text = CLEAN.replaceAll("Medigy: Telehealth", "Arts: Dance");
    assert.deepEqual(await reportIn(world, text), ["error unknown-topic «'Arts: Dance'»"]);
  });

  it("are not known by the article itself", async () => {
    const text = CLEAN.replaceAll("Medigy: Telehealth", "Arts: Dance");
    const world = await taught({ ...SITE, [ARTICLE]: text });
    assert.deepEqual(await reportIn(world, text), ["information unknown-topic «'Arts: Dance'»"]);
    assert.deepEqual(await reportIn(world, text, `${FOLDER}/3f2b1c4d-0000-5000-8000-000000000001.md`), [
      "information unknown-topic «'Arts: Dance'»",
    ]);
    assert.equal(
      (await reportIn(world, text, `${FOLDER}/other.md`)).some((line) => line.includes("unknown-topic")),
      false,
    );
  });

  it("are anything before the articles are read, and where no other article has any", async () => {
    const text = CLEAN.replaceAll("Medigy: Telehealth", "Arts: Dance");
    assert.deepEqual(await reportIn(createWorld({ "hugo.yaml": "", ...SITE }), text), []);
    assert.deepEqual(await reportIn(await taught(COMMUNITIES), text), []);
    assert.deepEqual(await reportIn(await taught({ ...COMMUNITIES, [ARTICLE]: text }), text), []);
  });

  it("have a scheme, are listed once and are quoted, as ever", async () => {
    const world = await taught({ ...COMMUNITIES, ...articles([...OTHERS, using("Telehealth"), using("Telehealth")]) });
    const list = (items: string) => changed(/communityTopics:\n(?:- .*\n)+/, `communityTopics:\n${items}`);
    const copy = (text: string, topics: readonly string[]) =>
      text.replace(/medigyTopics: .*/, `medigyTopics: '${JSON.stringify(topics)}'`);
    const bare = copy(list("- Telehealth\n"), ["Telehealth"]);
    assert.deepEqual(await reportIn(world, bare), ["warning topic-scheme «Telehealth»"]);
    assert.deepEqual(await world.service.fixAll(world.document(ARTICLE, bare)), []);
    const twice = list("- 'Arts: Dance'\n- 'arts: dance'\n");
    assert.deepEqual(
      (await reportIn(world, copy(twice, ["Arts: Dance", "arts: dance"]))).filter((line) => line.includes("arts")),
      ["warning topic-duplicate «'arts: dance'»"],
    );
    const respelled = copy(list("- 'Medigy: Telehealth'\n- 'medigy: telehealth'\n"), [
      "Medigy: Telehealth",
      "medigy: telehealth",
    ]);
    assert.deepEqual(await reportIn(world, respelled), ["warning topic-duplicate «'medigy: telehealth'»"]);
    const unquoted = copy(list("- Medigy: Telehealth\n"), ["Medigy: Telehealth"]);
    assert.deepEqual(await reportIn(world, unquoted), ["error topic-unquoted «Medigy: Telehealth»"]);
  });

  it("are offered by schemes, the most used first", async () => {
    const world = await taught({ ...SITE, [ARTICLE]: using("Arts: Dance") });
    const text = changed("- 'Medigy: Telehealth'\n- 'Gartner: Data Management (DM)'\n", "- \n");
    const items = await world.service.complete(world.document(ARTICLE, text), text.indexOf("- \n") + 2);
    assert.deepEqual(
      items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label, detail }) => `${detail} | ${label}`),
      [
        "Gartner | Gartner: Data Management (DM)",
        "Gartner | Gartner: Cloud",
        "Medigy | Medigy: Telehealth",
        "Medigy | Medigy: Blockchain",
      ],
    );
  });

  it("say how many other articles use them", async () => {
    const world = await taught({ ...SITE, [ARTICLE]: CLEAN });
    const hoverOn = async (topic: string, text = CLEAN) =>
      (await world.service.hover(world.document(ARTICLE, text), text.indexOf(`'${topic}'`) + 3))?.contents ?? "";
    assert.match(await hoverOn("Medigy: Telehealth"), /Used by 2 other articles: /);
    assert.match(
      await hoverOn("Medigy: Blockchain", CLEAN.replace("Medigy: Telehealth", "Medigy: Blockchain")),
      /Used by 1 other article: /,
    );
    assert.match(
      await hoverOn("Medigy: Telehaelth", CLEAN.replace("Medigy: Telehealth", "Medigy: Telehaelth")),
      /is not among the topics of the other articles\. Near it:\n\n- Medigy: Telehealth/,
    );
  });

  it("are learned from what can be read of broken articles, and from nothing else", async () => {
    const world = await taught({
      ...COMMUNITIES,
      ...articles([
        "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\ntitle: 'open\n---\n",
        "---\narchetype: news\ncommunityTopics: [\n",
        "---\n- a\n---\n",
        "---\na: &a [x]\nb: &b [*a, *a]\ncommunityTopics: *b\n---\n",
        '+++\ncommunityTopics = ["Toml: Topic"]\n+++\n',
        "\0\uFFFF",
        "",
      ]),
      [`${FOLDER}/_index.md`]: using("Index: Topic"),
      [`${FOLDER}/README.md`]: using("Readme: Topic"),
      [`${FOLDER}/deeper/a.md`]: using("Deeper: Topic"),
      "content/other/a.md": using("Elsewhere: Topic"),
    });
    const found = await world.service.diagnose(world.document(ARTICLE, CLEAN));
    assert.deepEqual(
      found.map(({ message }) => message),
      ["No other article uses `Gartner: Data Management (DM)`."],
    );
  });

  it("are learned from the articles of every archetype", async () => {
    const schema = { properties: { subjects: { type: "array", items: { type: "string", "x-vocabulary": "topics" } } } };
    const world = await taught({
      ...COMMUNITIES,
      "curated-content.yaml": `archetypes:
  note: { schema: note.json, files: 'content/notes/**/*.md' }
  plain: { files: 'content/plain/*.md' }
`,
      "note.json": JSON.stringify(schema),
      "content/notes/2024/05/a.md": "---\nsubjects: ['Medigy: Telehealth']\ncommunityTopics: ['Not: One']\n---\n",
      "content/notes/.hidden/a.md": "---\nsubjects: ['Hidden: One']\n---\n",
      "content/plain/a.md": "---\nsubjects: ['Plain: One']\n---\n",
    });
    assert.deepEqual(await reportIn(world, CLEAN), ["information unknown-topic «'Gartner: Data Management (DM)'»"]);
  });

  it("are not learned where a file lists them", async () => {
    const world = await taught({
      ...SITE,
      "data/topics.yaml": "schemes: []\n",
      ...articles([using("Medigy: Telehealth")]),
    });
    assert.deepEqual(await reportIn(world, CLEAN), [
      "warning unknown-topic «'Medigy: Telehealth'»",
      "warning unknown-topic «'Gartner: Data Management (DM)'»",
    ]);
  });

  describe("when an article changes", () => {
    const other = `${FOLDER}/0.md`;

    async function changesOf(world: World, ...steps: readonly (() => void)[]): Promise<number> {
      let count = 0;
      world.service.onDidChangeIndex(({ concerned }) => {
        if (concerned === "all") count++;
      });
      for (const step of steps) {
        step();
        await world.service.indexSite(`file:///site/${ARTICLE}`);
      }
      return count;
    }

    it("are learned anew, from this article alone", async () => {
      const world = await taught({ ...COMMUNITIES, [other]: using("Arts: Dance") });
      const isNew = "information unknown-topic «'Gartner: Data Management (DM)'»";
      const before = world.read.length;
      assert.equal(await changesOf(world, () => world.write(other, using("Medigy: Telehealth"))), 1);
      assert.deepEqual(world.read.slice(before), [other]);
      assert.deepEqual(await reportIn(world, CLEAN), [isNew]);
      assert.equal(
        await changesOf(world, () => world.write(`${FOLDER}/new.md`, using("Gartner: Data Management (DM)"))),
        1,
      );
      assert.deepEqual(await reportIn(world, CLEAN), []);
      assert.equal(await changesOf(world, () => world.write(`${FOLDER}/new.md`, undefined)), 1);
      assert.deepEqual(await reportIn(world, CLEAN), [isNew]);
    });

    it("are the same where it says the same", async () => {
      const world = await taught({ ...COMMUNITIES, [other]: using("Arts: Dance") });
      const same = changed("archetype: news", "archetype: news\ntitle: Another", using("Arts: Dance"));
      const write = (path: string, text: string) => () => void world.write(path, text);
      assert.equal(await changesOf(world, write(other, same), write("README.md", same)), 0);
    });

    it("are listed once a file lists them, and learned again once none does", async () => {
      const world = await taught({ ...COMMUNITIES, [other]: using("Arts: Dance") });
      assert.equal((await reportIn(world, CLEAN))[0]?.split(" ")[0], "information");
      assert.ok(world.write("data/topics.yaml", "schemes: []\n"));
      assert.equal((await reportIn(world, CLEAN))[0]?.split(" ")[0], "warning");
      assert.ok(world.write("data/topics.yaml", undefined));
      assert.equal((await reportIn(world, CLEAN))[0]?.split(" ")[0], "information");
    });
  });
});

describe("communities that no file lists", () => {
  const TOPICS = { "data/topics.yaml": "schemes: []\n", "curated-content.yaml": "rules: { unknown-topic: off }\n" };
  const named = (name: string, also = "") =>
    `---\narchetype: news\nidentifier: ${name}\nmastHead: ${name} CoP\n${also}---\n`;
  const expectedName = async (world: World, text = CLEAN) =>
    (await world.service.inspect(world.document(ARTICLE, text)))?.community;

  it("have the name that most of their articles say", async () => {
    const world = await taught({
      ...TOPICS,
      ...articles([named("Heart Care"), named("Heart Care"), named("Heart Care"), named("Cardiology")]),
      ...articles([named("Cardiology"), named("Cardiology")], "content/communities/oncology/curated-news"),
    });
    assert.deepEqual(await expectedName(world), { slug: "cardiology", name: "Heart Care", listed: true });
    assert.deepEqual(await reportIn(world, CLEAN), [
      "warning breadcrumb-labels «Cardiology»",
      "warning derived-value «Cardiology»",
      "warning derived-value «Cardiology CoP»",
    ]);
  });

  it("have one vote for each article, and where these are divided the name of the article itself", async () => {
    const votes = [named("Heart Care"), named("Cardiology"), named("One", "breadcrumbs: [Home, Communities, Two]\n")];
    const world = await taught({ ...TOPICS, ...articles(votes) });
    assert.equal((await expectedName(world))?.name, "Cardiology");
    assert.deepEqual(await reportIn(world, CLEAN), []);
  });

  it("are renamed by their one article, as it stands in the editor", async () => {
    const world = await taught({ ...TOPICS, [ARTICLE]: CLEAN });
    const renamed = CLEAN.replace("identifier: Cardiology", "identifier: Heart")
      .replace("mastHead: Cardiology CoP", "mastHead: Heart CoP")
      .replace("- Cardiology\n", "- Heart\n");
    assert.deepEqual(await reportIn(world, renamed), []);
    assert.equal((await expectedName(world, "---\narchetype: news\n---\n"))?.name, undefined);
  });

  it("have the name of their own page before all others", async () => {
    const world = await taught({
      ...TOPICS,
      ...articles([named("Heart Care"), named("Heart Care")]),
      "content/communities/cardiology/_index.md": "---\ntitle: Cardiology\n---\n",
      "content/communities/oncology/curated-news/a.md": named("Cancer"),
    });
    assert.deepEqual(await reportIn(world, CLEAN), []);
    assert.equal((await expectedName(world))?.name, "Cardiology");
  });

  it("are communities even where nothing says their name", async () => {
    const world = await taught({ ...TOPICS, "content/communities/cardiology/curated-news/0.md": "" });
    const bare = "---\narchetype: news\n---\n";
    assert.deepEqual(await expectedName(world, bare), { slug: "cardiology", name: undefined, listed: true });
  });
});
