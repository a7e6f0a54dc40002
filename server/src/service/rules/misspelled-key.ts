import { columnOf, narrowed, renameKey } from "../document/edits.ts";
import { writeEntry } from "../document/houseStyle.ts";
import { lineAt, lineBreakOf } from "../document/lines.ts";
import type { Pair } from "../document/node.ts";
import { nounOf } from "../model/archetype.ts";
import { isReservedKey } from "../model/hugo/reservedKeys.ts";
import { unknownKeys } from "../model/keys.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule, type Fix } from "./rule.ts";

type MessageId = "misspelled" | "misnamed" | "miscased" | "rename" | "runOver" | "glued" | "colon" | "space";

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
    runOver: "Behind the key `{meant}` its colon is missing.",
    glued: "Behind the colon of `{meant}` a space is missing.",
    colon: "Put the colon there",
    space: "Put the space there",
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
    for (const { pair, path, meant, lacksColon } of unknownKeys(article)) {
      if (meant === undefined || isReservedKey(article, pair)) continue;
      if (lacksColon) {
        const { start, end } = pair.key;
        const messageId = article.text[start + meant.length] === ":" ? "glued" : "runOver";
        const fix = colonBehind(article.text, pair, meant);
        yield { messageId, data: { meant }, start, end, severity: "error", fix };
        continue;
      }
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

/** All that follows the key on its line becomes its value, as it stands where that is in quotes, else in quotes where it must. */
function colonBehind(text: string, pair: Pair, key: string): Fix<MessageId> | undefined {
  const { start, end } = pair;
  const messageId = text[start + key.length] === ":" ? "space" : "colon";
  const value = text.slice(start + key.length, end).replace(/^[ :]+/, "");
  const isOneLine = lineAt(text, start).end >= end && pair.style === "block" && pair.value.kind === "scalar";
  if (!isOneLine || (pair.value.kind === "scalar" && pair.value.style !== "plain")) return undefined;
  const newText = () =>
    QUOTED.test(value) ? `${key}: ${value}` : writeEntry(key, value, columnOf(text, start), lineBreakOf(text)).trim();
  return { messageId, edits: () => [narrowed(text, { start, end, newText: newText() })] };
}

/** A text in quotes, and nothing behind it. */
const QUOTED = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")$/;
