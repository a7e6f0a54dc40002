import { termUses } from "../model/terms.ts";
import { lookUp } from "../model/vocabulary.ts";
import { defineRule } from "./rule.ts";
import { replaceBy } from "./topicFix.ts";

export const topicRetired = defineRule({
  id: "topic-retired",
  summary: "Topics are current: neither deprecated nor replaced by another.",
  why: "Nobody looks under a topic that is no longer in use.",
  severity: "warning",
  messages: {
    replaced: "`{written}` was replaced by `{topic}`.",
    deprecated: "`{written}` is deprecated.",
    replace: "Replace by `{topic}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telecare'\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
    { bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Teletext'\n---\n" },
  ],

  *check(article) {
    const { text, topics } = article;
    if (topics === undefined) return;
    for (const use of termUses(article)) {
      const found = use.topic === undefined ? undefined : lookUp(topics, use.topic);
      if (use.topic === undefined || found?.kind !== "retired") continue;
      const { start, end } = use.node;
      const data = { written: use.topic, topic: found.replacement?.topic ?? "" };
      if (found.replacement === undefined) yield { messageId: "deprecated", data, start, end, tag: "deprecated" };
      else {
        const fix = replaceBy(text, use, found.replacement);
        yield { messageId: "replaced", data, start, end, tag: "deprecated", fix };
      }
    }
  },
});
