import assert from "node:assert/strict";
import { accept, changed, complete, report } from "./fixture.ts";
import { createWorld, SITE } from "./world.ts";

/** More topics than an editor is sent, in a file that is read in stretches. */
const TOPICS = `schemes:
  - label: Medigy
    topics:
${Array.from({ length: 4000 }, (_, index) => `      - label: Topic ${index}\n        altLabels: [Alias ${index}]\n`).join("")}`;

const PATH = "data/topics.yaml";

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

  it("lets others go first while it is read", async () => {
    let turns = 0;
    const world = createWorld(listed(TOPICS).site);
    let isRead = false;
    const count = () => {
      turns++;
      if (!isRead) setImmediate(count);
    };
    setImmediate(count);
    await world.service.diagnose(world.document(PATH, TOPICS));
    isRead = true;
    assert.ok(turns > TOPICS.length / (64 * 1024), `${turns} turns`);
  });
});
