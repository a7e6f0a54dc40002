import { rewriteScalar } from "../document/edits.ts";
import { datesOf } from "../model/dates/dates.ts";
import { repairDate } from "../model/dates/repair.ts";
import { placeOf } from "./place.ts";
import { defineRule, type Fix } from "./rule.ts";

type MessageId = "stops" | "dropped" | "impossible" | "replace";

export const unparsableDate = defineRule<MessageId>({
  id: "unparsable-date",
  summary: "A date is written in one of the ways that Hugo can read.",
  why: "From 0.136 on Hugo stops the build at a date that it cannot read; before, the page had no date and came last.",
  severity: "error",
  messages: {
    stops: "`{key}`: Hugo cannot read `{written}` as a date and stops the build.",
    dropped: "`{key}`: Hugo cannot read `{written}` as a date and drops it without a word.",
    impossible: "`{key}`: there is no such day or time as `{written}`.",
    replace: "Replace by `{value}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ndate: '2020-09-24T12:03Z'\n---\n",
      fixed: "---\narchetype: news\ndate: '2020-09-24T12:03:00Z'\n---\n",
    },
    {
      bad: "---\narchetype: news\ndate: 2020/09/24 12:03:35+02:00\n---\n",
      fixed: "---\narchetype: news\ndate: 2020-09-24 12:03:35+02:00\n---\n",
    },
    { bad: "---\narchetype: news\ndate: 03/04/2020\n---\n" },
    { bad: "---\narchetype: news\nlastMod: '2020-02-30T12:03:35Z'\n---\n" },
  ],

  *check(article) {
    for (const { key, pair, node, date } of datesOf(article)) {
      if (date !== undefined) continue;
      const { candidates, isImpossible } = repairDate(node.text);
      const [first, ...others] = candidates.map(
        (value): Fix<MessageId> => ({
          messageId: "replace",
          data: { value },
          edits: () => [rewriteScalar(article.text, node, value)],
        }),
      );
      yield {
        messageId: isImpossible ? "impossible" : article.model.hugo.refusesBadDates ? "stops" : "dropped",
        data: { key, written: node.text },
        ...placeOf(pair),
        ...(first === undefined ? {} : others.length === 0 ? { fix: first } : { choices: [first, ...others] }),
      };
    }
  },
});
