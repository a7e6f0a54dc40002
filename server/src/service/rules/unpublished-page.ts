import { A_DAY } from "../model/dates/calendar.ts";
import { dateOf, isFarAhead, writtenDates } from "../model/dates/dates.ts";
import { inWords } from "../model/dates/words.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const unpublishedPage = defineRule({
  id: "unpublished-page",
  summary: "Hugo publishes the page now.",
  why: "A page whose date has not come yet, or that has expired, is not on the site, and Hugo does not say so.",
  severity: "information",
  messages: {
    scheduled: "Hugo does not publish the page before {words}.",
    expired: "Hugo no longer publishes the page: it expired on {words}.",
  },
  examples: [{ bad: "---\narchetype: news\nexpiryDate: '2020-09-24T12:03:35Z'\n---\n" }],

  *check(article) {
    // Another rule says that a date is too far ahead, and another that one is before the other.
    if (article.value(["draft"]) === true) return;
    const uses = writtenDates(article);
    const published = dateOf(uses, "publishdate") ?? dateOf(uses, "date");
    const ahead = (published?.date.instant ?? 0) - article.now();
    if (published !== undefined && ahead > A_DAY && !isFarAhead(published, article)) {
      yield { messageId: "scheduled", data: { words: inWords(published.date.instant) }, ...placeOf(published.pair) };
    }
    const expiry = dateOf(uses, "expirydate");
    if (expiry === undefined || expiry.date.instant > article.now()) return;
    if (published !== undefined && published.date.instant > expiry.date.instant) return;
    yield { messageId: "expired", data: { words: inWords(expiry.date.instant) }, ...placeOf(expiry.pair) };
  },
});
