import { replaceValue } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import { defineRule, type Fix } from "./rule.ts";
import { type ListedTopic, listedTopics } from "./vocabularyTopics.ts";

type MessageId = "unknown" | "circle" | "replace";

export const vocabularyReplacement = defineRule<MessageId, SiteFile>({
  id: "vocabulary-replacement",
  summary: "A topic that was replaced names another topic of the vocabulary.",
  why: "Authors who use the old topic are sent to the new one; a wrong name leaves them at a loss.",
  severity: "warning",
  messages: {
    unknown: "The vocabulary has no topic `{written}`.",
    circle: "`{topic}` is replaced by itself, by way of `{written}`.",
    replace: "Replace by `{meant}`",
  },
  examples: [
    {
      path: "data/topics.yaml",
      bad: "schemes:\n- label: Medigy\n  topics:\n  - label: Telehealth\n  - label: Telecare\n    replacedBy: 'Medigy: Telehelth'\n",
      fixed:
        "schemes:\n- label: Medigy\n  topics:\n  - label: Telehealth\n  - label: Telecare\n    replacedBy: 'Medigy: Telehealth'\n",
    },
  ],

  *check(file) {
    const topics = new Map(listedTopics(file).map((listed) => [listed.topic, listed]));
    const told = new Set<string>();
    let searches = 0;
    for (const { topic, replacedBy } of topics.values()) {
      // What has no scheme, or is no text, the schema tells of; what a broken line hides, nobody knows.
      if (replacedBy === undefined || !/\S: \S/.test(replacedBy.value.text) || isBroken(file.frontMatter, replacedBy))
        continue;
      const { start, end, text: written } = replacedBy.value;
      if (topics.has(written)) {
        const circle = told.has(topic) ? undefined : circleFrom(topic, topics);
        for (const member of circle ?? []) told.add(member);
        if (circle !== undefined) yield { messageId: "circle", data: { topic, written }, start, end };
        continue;
      }
      if (file.frontMatter.broken.length > 0) continue;
      const isSearched = ++searches <= MOST_SEARCHES;
      const others = isSearched ? [...topics.keys()].filter((other) => other !== topic) : [];
      const { ranked, certain } = rankByLikeness(written, others, String);
      const replace = (meant: string): Fix<MessageId> => ({
        messageId: "replace",
        data: { meant },
        edits: () => [replaceValue(file.text, replacedBy, meant)],
      });
      const answers = certain === undefined ? { choices: ranked.map(replace) } : { fix: replace(certain) };
      yield { messageId: "unknown", data: { written }, start, end, ...answers };
    }
  },
});

/** In a long vocabulary each search for what was meant takes its time, and this is done at each key. */
const MOST_SEARCHES = 20;

/** The topics that replace each other round about, where the way from one of them comes back to it. */
function circleFrom(start: string, topics: ReadonlyMap<string, ListedTopic>): ReadonlySet<string> | undefined {
  const passed = new Set<string>();
  for (let at: string | undefined = start; at !== undefined && !passed.has(at); ) {
    passed.add(at);
    at = topics.get(at)?.replacedBy?.value.text;
    if (at === start) return passed;
  }
  return undefined;
}
