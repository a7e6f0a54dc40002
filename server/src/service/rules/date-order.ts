import { replaceScalar } from "../document/edits.ts";
import { A_DAY } from "../model/dates/calendar.ts";
import { dateOf, isFarAhead, type ReadableDate, writtenDates } from "../model/dates/dates.ts";
import { placeOf } from "./place.ts";
import { defineRule, type Fix } from "./rule.ts";

type MessageId = "modifiedBefore" | "expiresBefore" | "other" | "set";

export const dateOrder = defineRule<MessageId>({
  id: "date-order",
  summary: "An article is changed, and expires, after its date and not before.",
  why: "Lists and feeds sort by these dates, and a page that expires before it is published never appears.",
  severity: "warning",
  messages: {
    modifiedBefore: "`{key}` is before `{other}`.",
    expiresBefore: "`{key}` is before `{other}`, so Hugo never publishes the page.",
    other: "This is `{other}`.",
    set: "Set `{target}` to `{value}`",
  },
  examples: [
    { bad: "---\narchetype: news\ndate: '2020-09-24T12:03:35Z'\nlastMod: '2020-09-01T09:30:58Z'\n---\n" },
    { bad: "---\narchetype: news\ndate: '2020-09-24T12:03:35Z'\nexpiryDate: '2019-09-24T12:03:35Z'\n---\n" },
  ],

  *check(article) {
    // Another rule says that a date is too far ahead.
    const uses = writtenDates(article).filter((use) => !isFarAhead(use, article));
    const date = dateOf(uses, "date");
    const modified = dateOf(uses, "lastmod");
    const expiry = dateOf(uses, "expirydate");
    const published = dateOf(uses, "publishdate") ?? date;
    if (modified !== undefined && date !== undefined && isBefore(modified, date)) {
      const choices = [setTo(article.text, modified, date), setTo(article.text, date, modified)];
      yield { messageId: "modifiedBefore", ...placesOf(modified, date), choices };
    }
    if (expiry !== undefined && published !== undefined && isBefore(expiry, published)) {
      yield { messageId: "expiresBefore", ...placesOf(expiry, published) };
    }
  },
});

/** Whether a date is over when the other comes. A date without a time lasts a day. */
function isBefore({ date }: ReadableDate, { date: other }: ReadableDate): boolean {
  return date.instant + (date.hasTime ? 0 : A_DAY) <= other.instant && date.instant !== other.instant;
}

function placesOf(use: ReadableDate, other: ReadableDate) {
  const related = [{ messageId: "other" as const, ...placeOf(other.pair) }];
  return { data: { key: use.key, other: other.key }, ...placeOf(use.pair), related };
}

function setTo(text: string, use: ReadableDate, other: ReadableDate): Fix<MessageId> {
  const edits: Fix<MessageId>["edits"] = () => [replaceScalar(text, use.node, other.node.value)];
  return { messageId: "set", data: { target: use.key, value: other.node.text }, edits };
}
