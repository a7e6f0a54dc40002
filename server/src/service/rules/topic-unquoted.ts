import { replaceNode } from "../document/edits.ts";
import { type TermUse, termUses } from "../model/terms.ts";
import { defineRule } from "./rule.ts";

export const topicUnquoted = defineRule({
  id: "topic-unquoted",
  summary: "A topic with a colon stands in quotes.",
  why: "Without quotes YAML reads `Scheme: Label` as a mapping, and Hugo drops it from the list without a word.",
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
      const topic = writtenTopic(use);
      if (topic === undefined) yield { messageId: "notText", start, end };
      else {
        const edits = () => [replaceNode(article.text, use.node, topic, use.list.style)];
        yield { messageId: "mapping", data: { topic }, start, end, fix: { messageId: "quote", edits } };
      }
    }
  },
});

/** `Scheme: Label` read as a mapping has one key with a text. Without a text it is half typed. */
function writtenTopic({ node }: TermUse): string | undefined {
  const [pair, ...others] = node.kind === "mapping" ? node.pairs : [];
  if (pair?.value.kind !== "scalar" || pair.value.text === "" || others.length > 0) return undefined;
  return `${pair.key.text}: ${pair.value.text}`;
}
