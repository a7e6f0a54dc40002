import { namesOf, usersOf } from "../model/topicUse.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import { defineRule, type Finding } from "./rule.ts";
import { alternativesOf, type ListedTopic, listedTopics, scalarPair } from "./vocabularyTopics.ts";

/** A vocabulary with more of them was taken over from elsewhere: that a site does not need all of it is no surprise. */
const MOST_UNUSED = 500;

export const unusedTopic = defineRule<"unused", SiteFile>({
  id: "unused-topic",
  summary: "Every topic of the vocabulary that is current is used by an article.",
  why: "Authors choose from a longer list than the site needs. A vocabulary with hundreds of unused topics is left alone.",
  severity: "hint",
  isAboutSite: true,
  messages: { unused: "No article uses `{topic}`." },
  examples: [
    {
      path: "data/topics.yaml",
      beside: { "content/news/a.md": "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n" },
      bad: "schemes:\n- label: Medigy\n  topics:\n  - label: Telehealth\n  - label: Telecare\n",
    },
  ],

  *check(file) {
    if (file.fileKind !== "topics" || !file.index.isWhole) return;
    // A site without articles has no use for any topic yet.
    if (isEmpty(file.index.values("topic"))) return;
    const topics = listedTopics(file);
    const broader = new Set(topics.map(broaderOf));
    const unused: Finding<"unused">[] = [];
    for (const listed of topics) {
      const { topic, scheme, label, replacedBy, node } = listed;
      if (replacedBy !== undefined || scalarPair(node, "deprecated")?.value.value === true) continue;
      // What others are part of is there to hold them together.
      if (broader.has(label.text) || broader.has(topic)) continue;
      const altLabels = alternativesOf(listed).map((alternative) => alternative.node.text);
      if (usersOf(file.index, namesOf({ topic, scheme: scheme.label.text, altLabels })).length > 0) continue;
      unused.push({ messageId: "unused", data: { topic }, start: label.start, end: label.end, tag: "unnecessary" });
      if (unused.length > MOST_UNUSED) return;
    }
    yield* unused;
  },
});

function isEmpty(items: Iterable<unknown>): boolean {
  for (const _ of items) return false;
  return true;
}

function broaderOf({ node }: ListedTopic): string | undefined {
  return scalarPair(node, "broader")?.value.text;
}
