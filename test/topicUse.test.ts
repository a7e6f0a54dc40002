import assert from "node:assert/strict";
import { ARTICLE, CLEAN, changed } from "./fixture.ts";
import { createWorld, type Files, SITE, type World } from "./world.ts";

const TOPICS = "data/topics.yaml";
const TEXT = SITE[TOPICS] ?? "";

/** A page of a community that uses topics. */
function page(community: string, number: number, topics: readonly string[]): readonly [string, string] {
  const items = topics.map((topic) => `- '${topic}'\n`).join("");
  const text = changed(/communityTopics:\n(?:- .*\n)+/, `communityTopics:\n${items}`, CLEAN);
  return [`content/communities/${community}/curated-news/${number}.md`, text];
}

const PAGES: Files = {
  ...SITE,
  [ARTICLE]: CLEAN,
  ...Object.fromEntries([
    page("oncology", 1, ["Medigy: Interoperability", "Healthcare IT News: Blockchain"]),
    page("oncology", 2, ["Medigy: Interoperability"]),
    page("oncology", 3, ["Medigy: Interoperability"]),
    page("cardiology", 4, ["Healthcare IT News: Blockchain", "Gartner: Data Mgmt"]),
  ]),
};

async function indexed(files: Files = PAGES): Promise<World> {
  const world = createWorld(files);
  await world.service.indexSite(`file:///site/${ARTICLE}`);
  return world;
}

async function hoverOn(path: string, text: string, before: string): Promise<string> {
  const world = await indexed();
  const hover = await world.service.hover(world.document(path, text), text.indexOf(before) + before.length);
  return hover?.contents ?? "";
}

describe("the use of topics", () => {
  it("is in a topic's hover: how often and where", async () => {
    const interoperability = changed("- 'Medigy: Telehealth'", "- 'Medigy: Interoperability'");
    assert.match(
      await hoverOn(ARTICLE, interoperability, "- 'Medigy: Inter"),
      /Used by 3 other articles: Oncology & Hope \(3\)\./,
    );
    assert.match(
      await hoverOn(ARTICLE, changed("Medigy: Telehealth", "Healthcare IT News: Blockchain"), "- 'Healthcare"),
      /Used by 2 other articles: Cardiology \(1\), Oncology & Hope \(1\)\./,
    );
    assert.match(await hoverOn(ARTICLE, CLEAN, "- 'Medigy: Tele"), /No other article uses it\./);
    // By another name it is used, too.
    assert.match(await hoverOn(ARTICLE, CLEAN, "- 'Gartner: Data"), /Used by 1 other article: Cardiology \(1\)\./);
  });

  it("is in the hover of its label in the vocabulary", async () => {
    assert.match(await hoverOn(TOPICS, TEXT, "label: Telehea"), /Used by 1 article: Cardiology \(1\)\./);
    assert.match(await hoverOn(TOPICS, TEXT, "label: Telete"), /No article uses it\./);
    assert.doesNotMatch(await hoverOn(TOPICS, TEXT, "label: Medi"), /article/);
  });

  it("is not told before all pages are read", async () => {
    const world = createWorld(PAGES);
    const hover = await world.service.hover(world.document(ARTICLE, CLEAN), CLEAN.indexOf("- 'Medigy: Tele") + 8);
    assert.doesNotMatch(hover?.contents ?? "", /article/);
  });

  it("orders completion: what this community uses first, then what others do", async () => {
    const world = await indexed();
    const text = changed(/communityTopics:\n(?:- .*\n)+/, "communityTopics:\n- \n");
    const items = await world.service.complete(
      world.document(ARTICLE, text),
      text.indexOf("communityTopics:\n- ") + 19,
    );
    const topics = items.filter(({ kind }) => kind === "topic").toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
    assert.deepEqual(
      topics.map(({ label }) => label),
      [
        "Healthcare IT News: Blockchain",
        "Medigy: Interoperability",
        "Medigy: Telehealth",
        "Gartner: Data Management (DM)",
        "Gartner: Interoperability",
      ],
    );
  });

  it("is above each topic of the vocabulary", async () => {
    const world = await indexed();
    const document = world.document(TOPICS, TEXT);
    const lenses = await world.service.topicLenses(document);
    const titles = await Promise.all(
      lenses.map(async ({ start, end, topic }) => [
        TEXT.slice(start, end),
        await world.service.topicLensTitle(document, topic),
      ]),
    );
    assert.deepEqual(titles, [
      ["Telehealth", "1 article"],
      ["Telecare", "no articles"],
      ["Teletext", "no articles"],
      ["Interoperability", "3 articles"],
      ["Blockchain", "2 articles"],
      ["Data Management (DM)", "2 articles"],
      ["Interoperability", "no articles"],
    ]);
    assert.deepEqual(await world.service.topicLenses(world.document(ARTICLE, CLEAN)), []);
  });

  it("is above those topics of a long vocabulary that are used", async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `      - label: Topic ${index}\n`).join("");
    const text = TEXT.replace("      - label: Telecare\n", `${many}$&`);
    const world = await indexed({ ...PAGES, [TOPICS]: text });
    const lenses = await world.service.topicLenses(world.document(TOPICS, text));
    assert.deepEqual(
      lenses.map(({ topic }) => topic),
      [
        "Medigy: Telehealth",
        "Medigy: Interoperability",
        "Healthcare IT News: Blockchain",
        "Gartner: Data Management (DM)",
      ],
    );
  });
});

describe("topics that no article uses", () => {
  async function unused(text = TEXT, files: Files = PAGES): Promise<readonly string[]> {
    const world = await indexed(files);
    const found = await world.service.diagnose(world.document(TOPICS, text));
    return found
      .filter(({ ruleId }) => ruleId === "unused-topic")
      .map(({ start, end, severity, tag }) => `${severity} ${tag} ${text.slice(start, end)}`);
  }

  it("are hints, but for those that are out of use or have others below them", async () => {
    assert.deepEqual(await unused(), ["hint unnecessary Interoperability"]);
    const below = TEXT.replace("broader: Information Technology", "broader: Interoperability");
    assert.deepEqual(await unused(below), []);
  });

  it("are left alone while pages are read, and in a vocabulary that has hundreds of them", async () => {
    const world = createWorld(PAGES);
    assert.deepEqual(await world.service.diagnose(world.document(TOPICS, TEXT)), []);
    const many = Array.from({ length: 501 }, (_, index) => `      - label: Topic ${index}\n`).join("");
    assert.deepEqual(await unused(TEXT.replace("      - label: Telecare\n", `${many}$&`)), []);
  });

  it("have the vocabulary checked again when the last use goes or the first comes", async () => {
    const world = await indexed();
    const told: string[] = [];
    world.service.onDidChangeIndex(({ topics }) => told.push(topics));
    const without = changed("- 'Medigy: Telehealth'\n", "");
    for (const text of [without, changed("title: A Steady", "title: An even", without), CLEAN])
      await world.service.diagnose(world.open(ARTICLE, text));
    const more = changed("- 'Medigy: Telehealth'\n", "- 'Medigy: Telehealth'\n- 'Medigy: Interoperability'\n");
    await world.service.diagnose(world.open(ARTICLE, more));
    assert.deepEqual(told, ["others", "same", "others", "recounted"]);
  });
});
