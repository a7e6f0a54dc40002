import { replaceNode } from "../document/edits.ts";
import { termUses } from "../model/terms.ts";
import { defineRule } from "./rule.ts";
import { writtenText } from "./writtenText.ts";

export const topicUnquoted = defineRule({
  id: "topic-unquoted",
  summary: "A topic with a colon stands in quotes.",
  why: "Without quotes YAML reads `Scheme: Label` as a mapping, and Hugo leaves it out without a word.",
  severity: "error",
  messages: {
    mapping: "YAML reads this as a mapping. Put `{topic}` in quotes.",
    notText: "A topic is text in quotes: `'Scheme: Label'`.",
    quote: "Put it in quotes",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- Medigy: Telehealth\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
  ],

  *check(article) {
    for (const use of termUses(article)) {
      if (use.node.kind !== "mapping") continue;
      const { start, end } = use.node;
      const topic = writtenText(use.node);
      if (topic === undefined) yield { messageId: "notText", start, end };
      else {
        const edits = () => [replaceNode(article.text, use.node, topic, use.list.style)];
        yield { messageId: "mapping", data: { topic }, start, end, fix: { messageId: "quote", edits } };
      }
    }
  },
});
