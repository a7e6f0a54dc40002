import { removeComment, removeListed } from "../document/commentEdits.ts";
import { narrowed } from "../document/edits.ts";
import type { NamedRule, Suppression } from "../model/suppression.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import { defineRule, type Fix } from "./rule.ts";

type Choice = "replace" | "reason" | "remove";

export const unknownRule = defineRule<"unknown" | Choice>({
  id: "unknown-rule",
  summary: "A comment that suppresses rules names rules that exist.",
  why: "With a wrong name it suppresses nothing.",
  severity: "warning",
  isSuppressible: false,
  messages: {
    unknown: "There is no rule `{rule}`.",
    replace: "Replace by `{meant}`",
    reason: "Write the reason behind `--`",
    remove: "Remove `{rule}` from the comment",
  },
  examples: [{ bad: "---\narchetype: news\n# curated-content-disable unknwon-key\n---\n" }],

  *check({ text }, { suppressions, rules }) {
    const ids = rules.filter(({ isSuppressible = true }) => isSuppressible).map(({ id }) => id);
    for (const suppression of suppressions) {
      for (const each of suppression.named) {
        if (rules.some(({ id }) => id === each.id)) continue;
        yield {
          messageId: "unknown",
          data: { rule: each.id },
          start: each.start,
          end: each.end,
          choices: [...choicesFor(text, each, { suppression, ids })],
        };
      }
    }
  },
});

function* choicesFor(
  text: string,
  named: NamedRule,
  { suppression, ids }: { readonly suppression: Suppression; readonly ids: readonly string[] },
): Generator<Fix<Choice>> {
  const { start, end, id } = named;
  const [word = ""] = id.split(/\s/, 1);
  const behind = start + word.length;
  const isReason = word !== id && ids.includes(word) && suppression.named.at(-1) === named;
  if (isReason) yield { messageId: "reason", edits: () => [{ start: behind, end: behind, newText: " --" }] };
  for (const meant of rankByLikeness(id, ids, (each) => each).ranked)
    yield { messageId: "replace", data: { meant }, edits: () => [narrowed(text, { start, end, newText: meant })] };
  const isOnly = suppression.named.length === 1;
  const remove = () => (isOnly ? removeComment(text, suppression.comment) : removeListed(suppression.named, named));
  yield { messageId: "remove", edits: () => [remove()] };
}
