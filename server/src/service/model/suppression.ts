import { type Comment, commentsWith } from "../document/comment.ts";
import { type Line, lineAt, linesOf } from "../document/lines.ts";
import type { Span } from "../document/span.ts";
import { unbrokenValues } from "../document/unbrokenValues.ts";
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
  const comments = [...commentsWith(NAME, text, frontMatter)];
  if (comments.length === 0) return [];
  const { block, root } = frontMatter;
  const values = [...unbrokenValues(root)];
  const { end } = block.content;
  let next: Line | undefined;
  return comments.flatMap((comment) => {
    const [, sign = "", directive = "", ids = ""] = SUPPRESSION.exec(comment.text) ?? [];
    if (!isDirective(directive)) return [];
    const start = comment.start + sign.length + directive.length;
    const list = { start, end: start + ids.length };
    // Comments that stand together have the same next line.
    if (next === undefined || next.start < comment.start) next = nextLine(text, comment, end);
    const covers = coveredBy(directive, { text, comment, values, next: next.start < end ? next : undefined });
    return [{ directive, comment, list, named: namedRules(ids, start), covers }];
  });
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

/** The next line of front matter that is no comment and not blank; an empty one at its end where there is none. */
function nextLine(text: string, comment: Comment, end: number): Line {
  for (const line of linesOf(text, lineAt(text, comment.start).next, end)) {
    if (!isBlankOrComment(line.text)) return line;
  }
  return { text: "", start: end, end, next: end };
}

interface Place {
  readonly text: string;
  readonly comment: Comment;
  readonly values: readonly Span[];
  readonly next: Line | undefined;
}

function coveredBy(directive: Directive, { text, comment, values, next }: Place): Span {
  switch (directive) {
    case "curated-content-disable":
      return { start: 0, end: text.length };
    case "curated-content-disable-line":
      return withValuesBefore(lineAt(text, comment.start), comment.start, values);
    case "curated-content-disable-next-line":
      return next === undefined ? NOTHING : withValuesBehind(next, values);
  }
}

/** No problem starts before a text. */
const NOTHING: Span = { start: -1, end: -1 };

/** A line with the values that begin on it: no comment can stand between their lines. */
function withValuesBehind(line: Line, values: readonly Span[]): Span {
  let { start, end } = line;
  for (const value of values) if (start <= value.start && value.start <= line.end) end = Math.max(end, value.end);
  return { start, end };
}

/** A line with the values that end on it before an offset. */
function withValuesBefore(line: Line, offset: number, values: readonly Span[]): Span {
  let { start } = line;
  for (const value of values) {
    if (line.start <= value.end && value.end <= offset) start = Math.min(start, value.start);
  }
  return { start, end: line.end };
}
