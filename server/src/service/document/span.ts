/** A stretch of text: `start` inclusive, `end` exclusive, both UTF-16 code units from the start of the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of a span; `start === end` inserts. Offsets refer to the text before any edit of the same list. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** Whether two spans share a character, or touch where one of them is empty. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}

/** The same some characters further on. */
export function movedSpan<Spanned extends Span>(spanned: Spanned, by: number): Spanned {
  return { ...spanned, start: spanned.start + by, end: spanned.end + by };
}

/**
 * Applies edits to a text.
 *
 * @param edits spans of `text` that do not overlap, in any order; insertions at one offset are kept in list order
 * @returns the new text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where a span ends without the blanks and line breaks at its end. */
export function trimmedEnd(text: string, { start, end }: Span): number {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}

function isBlank(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13);
}
