import { renameKey } from "../document/edits.ts";
import { nounOf } from "../model/archetype.ts";
import { isReservedKey } from "../model/hugo/reservedKeys.ts";
import { unknownKeys } from "../model/keys.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule } from "./rule.ts";

type MessageId = "misspelled" | "misnamed" | "miscased" | "rename";

export const misspelledKey = defineRule<MessageId, StructuredDocument>({
  id: "misspelled-key",
  summary: "Keys are spelled as the archetype spells them.",
  why: "Templates look a key up by its name; under a wrong name they do not find the value.",
  severity: "warning",
  messages: {
    misspelled: "There is no key `{key}` in {kind}. Is `{meant}` meant?",
    misnamed: "There is no {noun} `{key}`. Is `{meant}` meant?",
    miscased: "`{key}` is written `{meant}`.",
    rename: "Rename to `{meant}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\nsearchCategry: News\n---\n",
      fixed: "---\narchetype: news\nsearchCategory: News\n---\n",
    },
    {
      bad: "---\narchetype: news\nmasthead: Heart CoP\n---\n",
      fixed: "---\narchetype: news\nmastHead: Heart CoP\n---\n",
    },
  ],

  *check(article) {
    for (const { pair, path, meant } of unknownKeys(article)) {
      if (meant === undefined || isReservedKey(article, pair)) continue;
      const key = pair.key.text;
      const noun = schemaAt(article.archetype.schema, path)?.["x-keyNoun"];
      const data = { key, meant, kind: nounOf(article.archetype), noun: noun ?? "key" };
      const isMiscased = key.toLowerCase() === meant.toLowerCase();
      yield {
        messageId: isMiscased ? "miscased" : noun === undefined ? "misspelled" : "misnamed",
        data,
        start: pair.key.start,
        end: pair.key.end,
        fix: { messageId: "rename", data, edits: () => [renameKey(article.text, pair, meant)] },
      };
    }
  },
});
