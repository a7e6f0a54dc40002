import type { Comment } from "./comment.ts";
import { insertLines } from "./edits.ts";
import { lineAt, lineBreakOf } from "./lines.ts";
import type { Node } from "./node.ts";
import type { Span, TextEdit } from "./span.ts";
import { unbrokenValues } from "./unbrokenValues.ts";

/** Takes a comment out: with its line where it stands alone, else with the blank space before it. */
export function removeComment(text: string, { start, end, isAlone }: Comment): TextEdit {
  const line = lineAt(text, start);
  if (isAlone) return { start: line.start, end: line.next, newText: "" };
  return { start: line.start + text.slice(line.start, start).trimEnd().length, end, newText: "" };
}

/** Takes one part out of a list with commas, with the comma before it, or behind it where it is the first. */
export function removeListed(list: readonly Span[], part: Span): TextEdit {
  const index = list.indexOf(part);
  const before = list[index - 1];
  const next = list[index + 1];
  if (before !== undefined) return { start: before.end, end: part.end, newText: "" };
  return { start: part.start, end: next?.start ?? part.end, newText: "" };
}

/**
 * Puts a comment on a line of its own above the line of an offset, at its indentation; where that line is inside a value,
 * above the line on which the value begins.
 */
export function insertCommentAbove(text: string, root: Node | undefined, offset: number, comment: string): TextEdit {
  const within = lineAt(text, offset).start;
  const line = lineAt(text, valueAcross(root, within)?.start ?? offset);
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? "";
  return insertLines(text, line.start, `${indent}${comment}${lineBreakOf(text)}`, lineBreakOf(text));
}

/** Puts a comment on a line of its own below the line of an offset; `undefined` where a value goes on there. */
export function insertCommentBelow(
  text: string,
  root: Node | undefined,
  offset: number,
  comment: string,
): TextEdit | undefined {
  const { next } = lineAt(text, offset);
  if (valueAcross(root, next) !== undefined) return undefined;
  return insertLines(text, next, `${comment}${lineBreakOf(text)}`, lineBreakOf(text));
}

/** The value that goes on over an offset at which a line starts. */
function valueAcross(root: Node | undefined, offset: number): Span | undefined {
  for (const value of unbrokenValues(root)) if (value.start < offset && offset <= value.end) return value;
  return undefined;
}
