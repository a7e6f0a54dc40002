import type { YamlReader } from "../plainScalar.ts";

/** YAML without tabs and without bare CRs, read from the front. */
export interface PlainSource {
  /** The document. */
  readonly text: string;
  /** Where reading ends: behind a line break, or at the end of the text. */
  readonly end: number;
  /** Whose reading of values counts. */
  readonly reader: YamlReader;
  /** How far it is read. */
  at: number;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

/** The code unit at an offset; a line break where the text ends. */
export function codeAt({ text, end }: PlainSource, at: number): number {
  return at < end ? text.charCodeAt(at) : LF;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** Whether a code unit parts words: a space, or the end of a line. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR;
}

/** Whether the text up to an offset ends here, because a comment or the end of the line follows. */
export function endsText(source: PlainSource, at: number): boolean {
  const code = codeAt(source, at);
  if (code !== SPACE) return isLineEnd(code);
  let next = at + 1;
  while (codeAt(source, next) === SPACE) next++;
  const after = codeAt(source, next);
  return after === HASH || isLineEnd(after);
}

export function skipSpaces(source: PlainSource): void {
  while (codeAt(source, source.at) === SPACE) source.at++;
}

/** Goes on over the end of a line. */
export function toNextLine(source: PlainSource): void {
  while (!isLineEnd(codeAt(source, source.at))) source.at++;
  if (codeAt(source, source.at) === CR) source.at++;
  source.at = Math.min(source.at + 1, source.end);
}

/**
 * Goes on to the start of the next line with text, over blank lines and comments.
 *
 * @returns how many spaces that line starts with; -1 where there is none; `undefined` where a comment stands less deep, which
 *   the `yaml` package does not always take for one
 */
export function toText(source: PlainSource): number | undefined {
  let deepest = Number.POSITIVE_INFINITY;
  while (source.at < source.end) {
    const start = source.at;
    skipSpaces(source);
    const indent = source.at - start;
    const code = codeAt(source, source.at);
    if (code === HASH) {
      deepest = Math.min(deepest, indent);
    } else if (!isLineEnd(code)) {
      source.at = start;
      return indent > deepest ? undefined : indent;
    }
    toNextLine(source);
  }
  return -1;
}

/** Whether an item of a list starts at an offset. */
export function isItemAt(source: PlainSource, at: number): boolean {
  return codeAt(source, at) === DASH && isBlank(codeAt(source, at + 1));
}
