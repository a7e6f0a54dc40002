import { renameKey } from "../document/edits.ts";
import { reservedKeys } from "../model/hugo/reservedKeys.ts";
import { defineRule } from "./rule.ts";

type MessageId = "kind" | "lang" | "path" | "renamed" | "rename";

export const hugoReservedKey = defineRule<MessageId>({
  id: "hugo-reserved-key",
  summary: "No key has a name that Hugo keeps for itself or no longer uses.",
  why: "Such a key was once a value for templates; from 0.123 on Hugo takes it for its own and moves or changes the page.",
  severity: "warning",
  messages: {
    kind: "Hugo takes `{key}` for the kind of the page, not for a value of yours.",
    lang: "Hugo takes `{key}` for the language of the page, not for a value of yours.",
    path: "Hugo takes `{key}` for the page's own path and moves the page there.",
    renamed: "From 0.123 on Hugo calls `{key}` `{name}`.",
    rename: "Rename to `{name}`",
  },
  examples: [
    { bad: "---\narchetype: news\npath: /elsewhere\n---\n" },
    {
      bad: "---\n_build:\n  list: never\narchetype: news\n---\n",
      fixed: "---\nbuild:\n  list: never\narchetype: news\n---\n",
    },
  ],

  *check(article) {
    for (const { pair, use, name } of reservedKeys(article)) {
      const { start, end } = pair.key;
      const data = { key: pair.key.text, name: name ?? "" };
      if (name === undefined) yield { messageId: use, data, start, end };
      else {
        const edits = () => [renameKey(article.text, pair, name)];
        yield { messageId: use, data, start, end, fix: { messageId: "rename", data, edits } };
      }
    }
  },
});
