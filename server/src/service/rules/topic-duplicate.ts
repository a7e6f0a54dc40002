import { removeItem } from "../document/edits.ts";
import { termUses } from "../model/terms.ts";
import { isControlled } from "../model/vocabulary.ts";
import { defineRule } from "./rule.ts";

export const topicDuplicate = defineRule({
  id: "topic-duplicate",
  summary: "A topic is listed once.",
  why: "Otherwise the page shows it twice.",
  severity: "warning",
  messages: {
    duplicate: "`{topic}` is listed already.",
    first: "It is listed here.",
    remove: "Remove the second `{topic}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n- 'Medigy: Telehealth'\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
  ],

  *check(article) {
    const first = new Map<string, { readonly start: number; readonly end: number }>();
    for (const { key, list, index, node, topic } of termUses(article)) {
      if (topic === undefined) continue;
      const { start, end } = node;
      // With a list of topics, another spelling is reported by itself and a duplicate only once it is mended.
      const name = `${key}\0${isControlled(article.topics) ? topic : topic.toLowerCase()}`;
      const known = first.get(name);
      if (known === undefined) {
        first.set(name, { start, end });
        continue;
      }
      const edits = () => [removeItem(article.text, list, index) ?? []].flat();
      yield {
        messageId: "duplicate",
        data: { topic },
        start,
        end,
        tag: "unnecessary",
        related: [{ messageId: "first", ...known }],
        fix: { messageId: "remove", data: { topic }, edits },
      };
    }
  },
});
