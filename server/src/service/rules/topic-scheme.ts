import { termUses } from "../model/terms.ts";
import { isControlled, lookUp, splitTopic } from "../model/vocabulary.ts";
import { defineRule } from "./rule.ts";
import { replaceBy } from "./topicFix.ts";

export const topicScheme = defineRule({
  id: "topic-scheme",
  summary: "A topic is written with its scheme: `Scheme: Label`.",
  why: "The same label may stand in several schemes, so a label alone names no topic.",
  severity: "warning",
  messages: {
    noScheme: "A topic is written `Scheme: Label`; `{written}` has no scheme.",
    replace: "Replace by `{topic}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- Telehealth\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
  ],

  *check(article) {
    const { text, topics } = article;
    for (const use of termUses(article)) {
      if (use.topic === undefined || splitTopic(use.topic).scheme !== undefined) continue;
      const { start, end } = use.node;
      const data = { written: use.topic };
      const found = topics === undefined ? undefined : lookUp(topics, use.topic);
      if (found?.kind !== "noScheme") {
        if (found?.kind !== "known") yield { messageId: "noScheme", data, start, end };
        continue;
      }
      const choices = found.ranked.map((term) => replaceBy(text, use, term));
      const isSure = found.certain !== undefined && isControlled(topics);
      const fix = isSure ? replaceBy(text, use, found.certain) : undefined;
      yield { messageId: "noScheme", data, start, end, fix, choices: fix === undefined ? choices : choices.slice(1) };
    }
  },
});
