import { removeComment, removeListed } from "../document/commentEdits.ts";
import type { NamedRule, Suppression } from "../model/suppression.ts";
import { defineRule, type Outcome } from "./rule.ts";

export const unusedSuppression = defineRule({
  id: "unused-suppression",
  summary: "A comment that suppresses rules has something to suppress.",
  why: "A comment that outlives its reason hides the next mistake in its place.",
  severity: "warning",
  isSuppressible: false,
  isAboutFindings: true,
  messages: {
    unused: "This comment suppresses nothing.",
    unusedRule: "`{rule}` finds nothing that this comment could suppress.",
    never: "`{rule}` cannot be suppressed.",
    remove: "Remove the comment",
    removeRule: "Remove `{rule}` from the comment",
  },
  examples: [
    {
      bad: "---\narchetype: news\n# curated-content-disable-next-line unknown-key -- the old theme\nid: 77\n---\n",
      fixed: "---\narchetype: news\nid: 77\n---\n",
    },
    {
      bad: "---\narchetype: news\n# curated-content-disable-next-line unknown-key, wrong-type\nid: '77'\n---\n",
      fixed: "---\narchetype: news\n# curated-content-disable-next-line wrong-type\nid: '77'\n---\n",
    },
  ],

  *check({ text }, outcome) {
    for (const suppression of outcome.suppressions) {
      const { comment, named } = suppression;
      const idle = named.filter((each) => isIdle(suppression, each, outcome));
      const isAllIdle = named.length === 0 ? outcome.isUnused(suppression) : idle.length === named.length;
      const isOnlyNever = named.length === 1 && isNever(named[0], outcome);
      if (isAllIdle && !isOnlyNever) {
        const fix = { messageId: "remove", edits: () => [removeComment(text, comment)] } as const;
        yield { messageId: "unused", start: comment.start, end: comment.end, tag: "unnecessary", fix };
        continue;
      }
      for (const each of idle) {
        const edit = isAllIdle ? () => removeComment(text, comment) : () => removeListed(named, each);
        yield {
          messageId: isNever(each, outcome) ? "never" : "unusedRule",
          data: { rule: each.id },
          start: each.start,
          end: each.end,
          tag: "unnecessary",
          fix: { messageId: isAllIdle ? "remove" : "removeRule", edits: () => [edit()] },
        };
      }
    }
  },
});

function isIdle(suppression: Suppression, named: NamedRule, outcome: Outcome): boolean {
  return isNever(named, outcome) || outcome.isUnused(suppression, named);
}

function isNever(named: NamedRule | undefined, { rules }: Outcome): boolean {
  return rules.some(({ id, isSuppressible }) => id === named?.id && isSuppressible === false);
}
