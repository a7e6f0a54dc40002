import { termUses } from "../model/terms.ts";
import { lookUp } from "../model/vocabulary.ts";
import { defineRule } from "./rule.ts";
import { replaceBy } from "./topicFix.ts";

export const topicAlternativeLabel = defineRule({
  id: "topic-alternative-label",
  summary: "A topic is written with its preferred label.",
  why: "The site lists articles by the preferred label; under another name the article stands alone.",
  severity: "warning",
  messages: {
    alternative: "`{written}` is another name of `{topic}`.",
    replace: "Replace by `{topic}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telemedicine'\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
  ],

  *check(article) {
    const { text, topics } = article;
    if (topics === undefined) return;
    for (const use of termUses(article)) {
      const found = use.topic === undefined ? undefined : lookUp(topics, use.topic);
      if (use.topic === undefined || found?.kind !== "alternativeLabel") continue;
      const data = { written: use.topic, topic: found.term.topic };
      const { start, end } = use.node;
      yield { messageId: "alternative", data, start, end, fix: replaceBy(text, use, found.term) };
    }
  },
});
