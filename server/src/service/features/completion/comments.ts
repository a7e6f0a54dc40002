import type { Comment } from "../../document/comment.ts";
import type { Article } from "../../model/article.ts";
import { DIRECTIVES, type Directive, suppressionsOf } from "../../model/suppression.ts";
import { rules } from "../../rules/index.ts";
import { isSuppressible } from "../problems.ts";
import { describeRule } from "../ruleText.ts";
import type { CompletionItem } from "./item.ts";

/** What can be written in a comment: a directive as its first word, and behind one the rules that it may name. */
export function completeComment(article: Article, comment: Comment, offset: number): readonly CompletionItem[] {
  const typed = article.text.slice(comment.start, offset);
  const word = /^#+[ \t]*([\w-]+)$/.exec(typed)?.[1];
  return word === undefined ? completeRules(article, comment, offset) : completeDirectives(comment, offset, word);
}

/** From its first letter on: an editor that asks where a word begins does not ask again. */
function completeDirectives(comment: Comment, offset: number, word: string): readonly CompletionItem[] {
  const rest = comment.text.slice(offset - comment.start);
  const end = offset + (/^[\w-]*/.exec(rest)?.[0].length ?? 0);
  const isLast = end === comment.end;
  const fitting: readonly Directive[] = comment.isAlone
    ? ["curated-content-disable-next-line", "curated-content-disable"]
    : ["curated-content-disable-line", "curated-content-disable"];
  return fitting
    .filter((directive) => directive.startsWith(word))
    .map((directive, index) => ({
      label: directive,
      kind: "value",
      documentation: DIRECTIVES[directive],
      sortText: String(index),
      edit: { start: offset - word.length, end, newText: isLast ? `${directive} ` : directive },
      suggestsNext: isLast,
    }));
}

function completeRules(article: Article, comment: Comment, offset: number): readonly CompletionItem[] {
  const suppression = suppressionsOf(article).find((each) => each.comment.start === comment.start);
  if (suppression === undefined || offset <= suppression.list.start || offset > suppression.list.end) return [];
  const before = article.text.slice(suppression.list.start, offset);
  const typed = /[^\s,]*$/.exec(before)?.[0] ?? "";
  // Behind an id and a space comes a comma, or a reason.
  if (/[^\s,]\s+$/.test(before.slice(0, before.length - typed.length))) return [];
  const start = offset - typed.length;
  const end = offset + (/^[\w-]*/.exec(article.text.slice(offset, comment.end))?.[0].length ?? 0);
  const others = suppression.named.filter((named) => named.end < start || end < named.start).map(({ id }) => id);
  const lead = before.endsWith(",") ? " " : "";
  return rules
    .filter((rule) => isSuppressible(rule) && !others.includes(rule.id))
    .map((rule) => ({
      label: rule.id,
      kind: "value",
      documentation: describeRule(rule),
      sortText: rule.id,
      edit: { start, end, newText: `${lead}${rule.id}` },
    }));
}
