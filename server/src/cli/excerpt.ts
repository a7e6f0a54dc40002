/** The line at a place, or a part of it where it is long. */
export interface Excerpt {
  readonly text: string;
  /** The column of its first character, counted from 1. */
  readonly column: number;
  /** Whether the line goes on behind it. */
  readonly isCut: boolean;
}

/** So much of a line is shown before a place, and from there on, in UTF-16 code units. */
const [BEFORE, BEHIND] = [60, 90];

/** @param offset in the text, in UTF-16 code units */
export function excerptAt(text: string, offset: number): Excerpt {
  // Not found by `lastIndexOf`: of a kind of line break that a long text does not have, that looks at all of it.
  let lineStart = offset;
  while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
  const rest = text.slice(offset, offset + BEHIND);
  const lineEnd = rest.search(/[\r\n]/);
  const end = withoutHalf(text, lineEnd === -1 ? offset + rest.length : offset + lineEnd);
  const start = withoutHalf(text, Math.max(lineStart, offset - BEFORE));
  return {
    text: text.slice(start, end),
    column: start - lineStart + 1,
    isCut: lineEnd === -1 && end < text.length && !/[\r\n]/.test(text.charAt(end)),
  };
}

/** A place between the two halves of a character moves before it. */
function withoutHalf(text: string, offset: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 : offset;
}
