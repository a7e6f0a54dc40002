import assert from "node:assert/strict";
import { accept, changed, complete, report } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

/** More topics than an editor is sent, in a file that is read in stretches. */
const TOPICS = `schemes:
  - label: Medigy
    topics:
${Array.from({ length: 4000 }, (_, index) => `      - label: Topic ${index}\n        altLabels: [Alias ${index}]\n`).join("")}`;

const PATH = "data/topics.yaml";

const ARTICLE = "content/communities/cardiology/curated-news/a.md";

function listed(topics: string) {
  return { site: { ...SITE, [PATH]: topics } };
}

describe("a vocabulary of many topics", () => {
  const article = (topic: string) =>
    changed(/- 'Medigy: Telehealth'\n- .*\n/, `- '${topic}'\n`).replace(
      /medigyTopics: .*/,
      `medigyTopics: '["${topic}"]'`,
    );

  it("knows each of them", async () => {
    assert.equal(await report(article("Medigy: Topic 3999"), listed(TOPICS)), "");
    assert.match(await report(article("Medigy: Topc 39999"), listed(TOPICS)), /^21 unknown-topic /);
    assert.match(await report(article("Medigy: Alias 7"), listed(TOPICS)), /^21 topic-alternative-label /);
  });

  it("offers not all at once, and those among them that are typed", async () => {
    const all = await complete(changed("- 'Medigy: Telehealth'", "- '$0'"), listed(TOPICS));
    assert.equal(all.length, 2000);
    const fixture = changed("- 'Medigy: Telehealth'", "- 'alias 3998$0'");
    assert.match(await accept(fixture, "Medigy: Topic 3998", listed(TOPICS)), /\n- 'Medigy: Topic 3998'\n/);
  });

  it("has one problem where one of them has a fault, and the others are known", async () => {
    const quote = TOPICS.replace("label: Topic 2000\n", "label: 'Topic 2000\n");
    const line = quote.slice(0, quote.indexOf("'Topic 2000")).split("\n").length;
    assert.equal(await report(quote, { path: PATH, ...listed(TOPICS) }), `${line} yaml-syntax «'»`);
    assert.equal(await report(article("Medigy: Topic 3999"), listed(quote)), "");
    assert.equal(await report(article("Medigy: Topic 4000"), listed(quote)), "");
    const faulty = TOPICS.replace("Topic 1999\n", "Topic 1999\n        replacedBy: [1]\n");
    assert.equal(await report(faulty, { path: PATH, ...listed(TOPICS) }), `${line - 1} wrong-type «[1]»`);
  });

  describe("lets others go first", () => {
    const stretches = TOPICS.length / (64 * 1024);

    it("while it is read", async () => {
      const world = createWorld(listed(TOPICS).site);
      const turns = await turnsDuring(() => world.service.diagnose(world.document(PATH, TOPICS)));
      assert.ok(turns > stretches, `${turns} turns`);
    });

    it("while an author types in it, and it is read from the version before", async () => {
      const world = createWorld(listed(TOPICS).site);
      await world.service.diagnose(world.document(PATH, TOPICS));
      const typed = world.document(PATH, TOPICS.replace("Topic 2000\n", "Topic 2000x\n"));
      const turns = await turnsDuring(() => world.service.diagnose(typed));
      assert.ok(turns > stretches, `${turns} turns`);
    });

    it("between the rules that look at it", async () => {
      const world = createWorld(listed(TOPICS).site);
      const document = world.document(PATH, TOPICS);
      const reading = await turnsDuring(() => world.service.documentSymbols(document));
      assert.ok(reading > stretches, `${reading} turns`);
      const turns = await turnsDuring(() => world.service.diagnose(document));
      assert.ok(turns > 10, `${turns} turns`);
    });

    it("while it is read once more to see whether a change does it any harm", async () => {
      const world = createWorld({ ...listed(TOPICS).site, [ARTICLE]: article("Medigy: Topik 7") });
      const document = world.document(ARTICLE, article("Medigy: Topik 7"));
      await world.service.diagnose(document);
      const start = document.getText().indexOf("Topik");
      let found: readonly { readonly topic: string }[] = [];
      const turns = await turnsDuring(async () => {
        found = await world.service.topicAdditions(document, { start, end: start });
      });
      assert.deepEqual(
        found.map(({ topic }) => topic),
        ["Medigy: Topik 7"],
      );
      assert.ok(turns > 2 * stretches, `${turns} turns`);
    });
  });
});

/** How often others have their turn while work is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isDone = true;
  return turns;
}
