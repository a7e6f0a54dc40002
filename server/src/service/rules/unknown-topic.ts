import { termUses } from "../model/terms.ts";
import { lookUp } from "../model/vocabulary.ts";
import { defineRule } from "./rule.ts";
import { replaceBy } from "./topicFix.ts";

export const unknownTopic = defineRule({
  id: "unknown-topic",
  summary: "Topics are those of the site's vocabulary.",
  why: "An article under a topic that nobody else uses is found by nobody.",
  severity: "warning",
  messages: {
    unknown: "`{written}` is no topic of the vocabulary.",
    misspelled: "`{written}` is no topic of the vocabulary. Is `{topic}` meant?",
    replace: "Replace by `{topic}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehaelth'\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
    { bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Astrology'\n---\n" },
  ],

  *check(article) {
    const { text, model } = article;
    if (model.topics === undefined || model.topics.origin === "faultyList") return;
    for (const use of termUses(article)) {
      if (use.topic === undefined) continue;
      const found = lookUp(model.topics, use.topic);
      if (found.kind !== "unknown") continue;
      const { start, end } = use.node;
      const [best, ...others] = found.ranked.map((term) => replaceBy(text, use, term));
      const written = use.topic;
      if (found.certain === undefined || best === undefined) {
        yield {
          messageId: "unknown",
          data: { written },
          start,
          end,
          choices: best === undefined ? [] : [best, ...others],
        };
      } else {
        const data = { written, topic: found.certain.topic };
        yield { messageId: "misspelled", data, start, end, fix: replaceBy(text, use, found.certain), choices: others };
      }
    }
  },
});
