import type { Span } from "./span.ts";

/** One line of a text, its line break not included. */
export interface Line extends Span {
  readonly text: string;
  /** Where the next line starts: behind the line break, or the end of the text. */
  readonly next: number;
}

/** Shared: it is told where to look each time, because to make one costs more than a look. */
const LINE_BREAK = /\r\n|\n|\r/g;

/** The lines of `text` between two offsets. LF, CRLF and bare CR end a line, as in YAML 1.2 and in Hugo. */
export function* linesOf(text: string, from = 0, to = text.length): Generator<Line> {
  let start = from;
  while (start < to) {
    LINE_BREAK.lastIndex = start;
    const behind = LINE_BREAK.test(text) ? LINE_BREAK.lastIndex : to + 1;
    const isTwo = behind - 2 >= start && text.startsWith("\r\n", behind - 2);
    const end = Math.min(to, behind - (isTwo ? 2 : 1));
    const next = Math.min(to, behind);
    yield { text: text.slice(start, end), start, end, next };
    start = next;
  }
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  const next = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
  return { text: text.slice(start, end), start, end, next };
}

/**
 * The line above another.
 *
 * @param start where that one starts, behind a line break
 */
export function lineBefore(text: string, start: number): Line {
  return lineAt(text, start - (text.startsWith("\r\n", start - 2) ? 2 : 1));
}

/** The line break a text uses: that of its first line, `\n` where it has only one line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** How many spaces start a line. */
export function indentOf(line: string): number {
  let n = 0;
  while (line[n] === " ") n++;
  return n;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
