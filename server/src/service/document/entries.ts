import { closingOf, isOpeningBracket, isQuote } from "./faults/closing.ts";
import { indentOf, type Line, linesOf } from "./lines.ts";
import type { Span } from "./span.ts";
import { isBlankOrComment, isItem, KEY } from "./yamlLine.ts";

/**
 * Cuts the content of front matter into its top-level entries, so that a fault in one of them costs only that one.
 * An entry starts at each line of the outermost indentation that is no comment, no list item under a key, and no
 * continuation of an open quote or bracket.
 */
export function entriesOf(text: string, content: Span): readonly Span[] {
  return entriesFrom(entryStarts(text, content), content.end);
}

/** The entries that start at offsets, and reach up to the next one or to an end. */
export function entriesFrom(starts: readonly number[], contentEnd: number): readonly Span[] {
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? contentEnd }));
}

/**
 * Where the entries of a part of a text start. Its first line that is neither blank nor a comment starts one.
 *
 * @param base the column of the outermost entries, where it is known
 * @param isKnown whether what follows from the line at an offset on is known; if so, that offset is the last one
 */
export function entryStarts(
  text: string,
  content: Span,
  { base, isKnown }: { readonly base?: number; isKnown?(offset: number): boolean } = {},
): readonly number[] {
  const starts: number[] = [];
  let outermost = base;
  let openUntil = content.start;
  let mayHoldItems = false;
  for (const line of linesOf(text, content.start, content.end)) {
    if (line.start < openUntil || isBlankOrComment(line.text)) continue;
    const indent = indentOf(line.text);
    outermost ??= indent === 0 ? 0 : outermostOf(text, { start: line.start, end: content.end });
    const rest = line.text.slice(indent);
    const goesOn = starts.length > 0 && (GOES_ON.includes(rest.charAt(0)) || (mayHoldItems && rest.startsWith("-")));
    if ((indent <= outermost || starts.length === 0) && !goesOn) {
      starts.push(line.start);
      if (isKnown?.(line.start)) break;
      mayHoldItems = isItem(rest) || opensList(rest);
    } else if (!mayHoldItems && HALF_HIDDEN_KEY.test(line.text)) {
      mayHoldItems = true;
    }
    if (OPENER.test(line.text)) openUntil = endOfOpenValue(text, line, content.end);
  }
  return starts;
}

/**
 * The column of the outermost entries where the first line is indented: its own, unless more than one key stands further
 * out. Then it is the first line that is out of place.
 */
function outermostOf(text: string, content: Span): number {
  let first: number | undefined;
  const outer: number[] = [];
  for (const line of linesOf(text, content.start, content.end)) {
    const indent = indentOf(line.text);
    first ??= indent;
    if (indent < first && KEY.test(line.text.slice(indent))) outer.push(indent);
  }
  return outer.length > 1 ? Math.min(...outer) : (first ?? 0);
}

/** What no entry starts with. */
const GOES_ON = "\t]}";

/** Without one of these a line opens no value that may go on below. */
const OPENER = /['"[{]/;

/** Whether items may stand under a line: it has a key and no value, or cannot be read and may yet become a key. */
function opensList(line: string): boolean {
  if (line.endsWith(":")) return true;
  if (KEY_WITH_VALUE.test(line)) return false;
  const key = KEY.exec(line)?.[0];
  return key === undefined || NO_VALUE.test(line.slice(key.length));
}

/** What nearly all lines look like, to be told fast. */
const KEY_WITH_VALUE = /^\w+: [\w'"/[(]/;

/** A key without a value on a line that starts with what no key starts with. */
const HALF_HIDDEN_KEY = /^[\s\]}]+[^\s:]+:\s*$/;

/** Nothing on its line but an anchor, a tag or a comment. */
const NO_VALUE = /^[ \t]*(?:[&!]\S*(?:[ \t]+|$))*(?:#.*)?$/;

/** Where the quoted or bracketed value that a line opens ends; the start of the line where it opens none. */
function endOfOpenValue(text: string, line: Line, end: number): number {
  const indent = indentOf(line.text);
  const dashes = /^(?:-\s+)*/.exec(line.text.slice(indent))?.[0].length ?? 0;
  const key = KEY.exec(line.text.slice(indent + dashes))?.[0].length ?? 0;
  const before = indent + dashes + key;
  const start = line.start + before + (/^[ \t]*/.exec(line.text.slice(before))?.[0].length ?? 0);
  if (!isQuote(text[start]) && !isOpeningBracket(text[start])) return line.start;
  return closingOf(text, start, { end, keyIndent: key === 0 ? indent : indent + dashes }).end;
}
