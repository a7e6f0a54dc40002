import { isFarAhead, writtenDates } from "../model/dates/dates.ts";
import { inWords } from "../model/dates/words.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const futureDate = defineRule({
  id: "future-date",
  summary: "A date is not more than a year ahead.",
  why: "Hugo does not build a page before its date comes, so a slip in the year hides the article.",
  severity: "warning",
  messages: { future: "`{key}` is more than a year ahead: {words}." },
  examples: [{ bad: "---\narchetype: news\ndate: '2200-09-24T12:03:35Z'\n---\n" }],

  *check(article) {
    for (const use of writtenDates(article)) {
      if (!isFarAhead(use, article)) continue;
      yield {
        messageId: "future",
        data: { key: use.key, words: inWords(use.date.instant) },
        ...placeOf(use.pair),
      };
    }
  },
});
