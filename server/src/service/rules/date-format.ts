import { rewriteScalar } from "../document/edits.ts";
import type { Article } from "../model/article.ts";
import { datesOf, isReadable, type ReadableDate } from "../model/dates/dates.ts";
import { dateTimeOf } from "../model/dates/dateTime.ts";
import { repairDate } from "../model/dates/repair.ts";
import { inWords } from "../model/dates/words.ts";
import { schemaAt } from "../model/schema.ts";
import { placeOf } from "./place.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";

type MessageId = "noZone" | "named" | "noTime" | "format" | "seconds" | "write";

export const dateFormat = defineRule<MessageId>({
  id: "date-format",
  summary: "A date is written in ISO 8601, with time and time zone.",
  why: "Hugo reads other forms too, but every tool guesses the time zone for itself, and dates shift by hours or a day.",
  severity: "warning",
  messages: {
    noZone: "`{key}` has no time zone. Unless the site sets another, Hugo takes it for UTC: {words}.",
    named: "`{key}` names its time zone. Hugo ignores the name and reads {words}.",
    noTime: "`{key}` has neither time nor time zone. Hugo reads it as {words}.",
    format: "`{key}` should be written in ISO 8601: date, `T`, time and time zone.",
    seconds: "`{key}` is a number. Hugo takes it for seconds since 1970: {words}.",
    write: "Write `{value}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ndate: 2020-09-24 12:03:35 +0200\n---\n",
      fixed: "---\narchetype: news\ndate: 2020-09-24T12:03:35+02:00\n---\n",
    },
    { bad: "---\narchetype: news\ndate: '2020-09-24'\n---\n" },
    { bad: "---\narchetype: news\ndate: 20200924\n---\n" },
  ],

  *check(article) {
    for (const use of datesOf(article)) {
      if (!isReadable(use) || use.date.isDateTime) continue;
      const isNumber = typeof use.node.value === "number";
      if (!isNumber && schemaAt(article.archetype.schema, [use.key])?.format !== "date-time") continue;
      yield {
        messageId: isNumber ? "seconds" : messageIdOf(use),
        data: { key: use.key, words: inWords(use.date.instant) },
        ...placeOf(use.pair),
        ...answers(article, use),
      };
    }
  },
});

function messageIdOf({ node, date }: ReadableDate): MessageId {
  if (!date.hasTime) return "noTime";
  if (date.zone === "none") return "noZone";
  return date.zone === "offset" || isUtc(node.text) ? "format" : "named";
}

/** The same date, written well. Certain where the author told the zone, and where a number cannot mean anything else. */
function answers({ text }: Article, { node, date }: ReadableDate): Pick<Finding<MessageId>, "fix" | "choices"> {
  const isNumber = typeof node.value === "number";
  const days = isNumber ? repairDate(node.text).candidates.map((day) => `${day}T00:00:00Z`) : [];
  const same = dateTimeOf(node.text, date);
  const [first, ...others] = [...days, ...(same === undefined ? [] : [same])].map(
    (value): Fix<MessageId> => ({
      messageId: "write",
      data: { value },
      edits: () => [rewriteScalar(text, node, value)],
    }),
  );
  if (first === undefined) return {};
  const isCertain = isNumber
    ? date.instant >= SOME_ARTICLE && days.length === 0
    : date.zone === "offset" || isUtc(node.text);
  return isCertain ? { fix: first } : { choices: [first, ...others] };
}

/** 1990-01-01: no article is older, and no number of seconds from here on looks like a year or a day. */
const SOME_ARTICLE = Date.UTC(1990, 0, 1);

function isUtc(text: string): boolean {
  return /\b(?:UTC|GMT)\b(?![-+])/.test(text);
}
