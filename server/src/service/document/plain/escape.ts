import { foldLine } from "./folding.ts";
import { codeAt, isLineEnd, type PlainSource } from "./source.ts";

/** What a backslash makes of the letter behind it (YAML 1.2, section 5.7). */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1B"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xA0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

/** How many hexadecimal digits follow. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

const LAST_CODE_POINT = 0x10ffff;

/**
 * Reads what a backslash escapes in double quotes; at the end of a line it joins the next one.
 *
 * @param indent of what the text is in
 * @returns `undefined` where it escapes nothing that can be escaped
 */
export function readEscape(source: PlainSource, indent: number): string | undefined {
  source.at++;
  if (isLineEnd(codeAt(source, source.at))) return foldLine(source, indent) === " " ? "" : undefined;
  const letter = source.text.charAt(source.at++);
  const digits = DIGITS.get(letter);
  if (digits === undefined) return LETTERS.get(letter);
  const code = source.text.slice(source.at, source.at + digits);
  source.at += digits;
  const isCode = source.at <= source.end && code.length === digits && /^[0-9a-fA-F]+$/.test(code);
  const point = isCode ? Number.parseInt(code, 16) : Number.POSITIVE_INFINITY;
  return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : undefined;
}
