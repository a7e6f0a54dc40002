import { type Comment, commentsWith } from "../document/comment.ts";
import { lineAt, linesOf } from "../document/lines.ts";
import type { Node } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import { unbrokenValues } from "../document/valueLines.ts";
import { isBlankOrComment } from "../document/yamlLine.ts";
import type { Article } from "./article.ts";

/** A comment that keeps problems from being shown, in ESLint's words. */
export interface Suppression {
  readonly directive: Directive;
  readonly comment: Comment;
  /** What stands between the directive and the reason. */
  readonly list: Span;
  /** The rules it names. It speaks of all when it names none. */
  readonly named: readonly NamedRule[];
  /** A problem that starts in here, or at its end, is meant. */
  readonly covers: Span;
}

/** A rule's id in a suppression, as it stands there. */
export interface NamedRule extends Span {
  readonly id: string;
}

export type Directive = keyof typeof DIRECTIVES;

/** Every directive, and what it does. */
export const DIRECTIVES = {
  "curated-content-disable": "Nothing is said of these rules in the whole file.",
  "curated-content-disable-line": "Nothing is said of these rules on this line.",
  "curated-content-disable-next-line": "Nothing is said of these rules on the next line that is no comment.",
} as const;

/** What all directives begin with. */
const NAME = "curated-content-disable";

/** A directive, the ids behind it and the reason behind ` -- `, as ESLint has them. */
const SUPPRESSION =
  /^(#+[ \t]*)(curated-content-disable(?:-next-line|-line)?)(?![^ \t])(.*?)(?:[ \t]-{2,}(?:[ \t].*)?)?$/;

/** The suppressions in the front matter of an article, in the order of the text. */
export function suppressionsOf({ text, frontMatter }: Article): readonly Suppression[] {
  if (frontMatter === undefined) return [];
  const found: Suppression[] = [];
  for (const comment of commentsWith(NAME, text, frontMatter)) {
    const parts = SUPPRESSION.exec(comment.text);
    const [, sign = "", directive = "", ids = ""] = parts ?? [];
    if (!isDirective(directive)) continue;
    const start = comment.start + sign.length + directive.length;
    const place = { text, root: frontMatter.root, end: frontMatter.block.content.end };
    const list = { start, end: start + ids.length };
    found.push({
      directive,
      comment,
      list,
      named: namedRules(ids, start),
      covers: coveredBy(directive, comment, place),
    });
  }
  return found;
}

/** Whether a suppression is about a problem. */
export function suppresses({ named, covers }: Suppression, ruleId: string, { start }: Span): boolean {
  const isNamed = named.length === 0 || named.some(({ id }) => id === ruleId);
  return isNamed && covers.start <= start && start <= covers.end;
}

function isDirective(text: string): text is Directive {
  return Object.hasOwn(DIRECTIVES, text);
}

function namedRules(list: string, offset: number): readonly NamedRule[] {
  return [...list.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(({ 0: id, index }) => {
    return { id, start: offset + index, end: offset + index + id.length };
  });
}

interface Place {
  readonly text: string;
  readonly root: Node | undefined;
  /** Where the content of the front matter ends. */
  readonly end: number;
}

function coveredBy(directive: Directive, comment: Comment, { text, root, end }: Place): Span {
  switch (directive) {
    case "curated-content-disable":
      return { start: 0, end: text.length };
    case "curated-content-disable-line":
      return valuesBefore(comment.start, text, root);
    case "curated-content-disable-next-line":
      for (const line of linesOf(text, lineAt(text, comment.start).next, end))
        if (!isBlankOrComment(line.text)) return valuesBehind(line, root);
      return { start: comment.start, end: comment.start };
  }
}

/** A line with the values that begin on it: no comment can stand between their lines. */
function valuesBehind(line: Span, root: Node | undefined): Span {
  let { start, end } = line;
  for (const value of unbrokenValues(root))
    if (start <= value.start && value.start <= line.end) end = Math.max(end, value.end);
  return { start, end };
}

/** A line with the value that ends on it before an offset. */
function valuesBefore(offset: number, text: string, root: Node | undefined): Span {
  let { start, end } = lineAt(text, offset);
  for (const value of unbrokenValues(root))
    if (start <= value.end && value.end <= offset) start = Math.min(start, value.start);
  return { start, end };
}
