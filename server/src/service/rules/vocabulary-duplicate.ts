import type { Scalar } from "../document/node.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import { defineRule } from "./rule.ts";
import { listedTopics } from "./vocabularyTopics.ts";

type MessageId = "duplicate" | "first";

export const vocabularyDuplicate = defineRule<MessageId, SiteFile>({
  id: "vocabulary-duplicate",
  summary: "A vocabulary lists each topic once in its scheme.",
  why: "Of two topics with the same name only one counts, and what the other says is lost.",
  severity: "warning",
  messages: { duplicate: "`{topic}` is listed already.", first: "It is listed here." },
  examples: [
    {
      path: "data/topics.yaml",
      bad: "schemes:\n- label: Medigy\n  topics:\n  - label: Telehealth\n  - label: Telehealth\n",
    },
  ],

  *check(file) {
    const seen = new Map<string, Scalar>();
    for (const { topic, label } of listedTopics(file)) {
      const first = seen.get(topic);
      if (first === undefined) {
        seen.set(topic, label);
        continue;
      }
      const related = [{ messageId: "first", start: first.start, end: first.end }] as const;
      yield { messageId: "duplicate", data: { topic }, start: label.start, end: label.end, related };
    }
  },
});
