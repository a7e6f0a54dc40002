import { removeItem, replaceNode } from "../document/edits.ts";
import { taxonomyItems } from "../model/hugo/taxonomies.ts";
import { placeOfItem } from "./place.ts";
import { defineRule } from "./rule.ts";
import { writtenText } from "./writtenText.ts";

type MessageId = "mapping" | "notText" | "empty" | "quote" | "remove";

export const hugoDroppedValue = defineRule<MessageId>({
  id: "hugo-dropped-value",
  summary: "Every tag and category is text, and not empty.",
  why: "Hugo leaves out any other without a word, and the page is missing from its list.",
  severity: "warning",
  messages: {
    mapping: "YAML reads this as a mapping, and Hugo leaves it out. Put `{term}` in quotes.",
    notText: "Hugo leaves this out: a term of `{key}` is text.",
    empty: "Hugo leaves out an empty term of `{key}`.",
    quote: "Put it in quotes",
    remove: "Remove it",
  },
  examples: [
    {
      bad: "---\narchetype: news\ntags:\n- news\n- Heart: Rhythm\n---\n",
      fixed: "---\narchetype: news\ntags:\n- news\n- 'Heart: Rhythm'\n---\n",
    },
  ],

  *check(article) {
    const { text } = article;
    for (const { key, list, index, node } of taxonomyItems(article)) {
      const { start, end } = placeOfItem(text, node, key);
      const data = { key: key.text };
      if (node.kind === "scalar") {
        if (node.value !== "") continue;
        const removal = removeItem(text, list, index);
        const choices = removal === undefined ? [] : [{ messageId: "remove" as const, edits: () => [removal] }];
        yield { messageId: "empty", data, start, end, choices };
        continue;
      }
      const term = writtenText(node);
      if (term === undefined) yield { messageId: "notText", data, start, end };
      else {
        const edits = () => [replaceNode(text, node, term, list.style)];
        yield { messageId: "mapping", data: { term }, start, end, fix: { messageId: "quote", edits } };
      }
    }
  },
});
