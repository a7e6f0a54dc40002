import type { Mapping, Node, Pair, Sequence } from "./node.ts";
import type { YamlReader } from "./plainScalar.ts";
import { plainScalar, plainValue } from "./plainValue.ts";
import type { Span } from "./span.ts";

/**
 * Reads an entry of the commonest shape: a key in the first column, with a value on its own line or with lists and
 * mappings below it, line by line, whose values are of that shape, too. Nearly all of what an author has, and types, is of
 * this shape, and a vocabulary is as a whole; the `yaml` package, which reads anything, takes twenty times as long. Both
 * give the same nodes, which a property test holds.
 *
 * @param text the document
 * @param entry the entry, whole lines
 * @param reader whose reading of values counts
 * @returns `undefined` where the entry has any other shape
 */
export function readPlainEntry(text: string, entry: Span, reader: YamlReader): Pair | undefined {
  if (UNUSUAL.test(text.slice(entry.start, entry.end))) return undefined;
  const cursor: Cursor = { text, end: entry.end, reader, start: 0, from: 0, lineEnd: 0, next: entry.start, indent: 0 };
  toNextLine(cursor);
  const pair = cursor.indent === 0 ? readPair(cursor, 0, 0) : undefined;
  return cursor.indent === END ? pair : undefined;
}

/** Control characters, line breaks of other scripts, a CR alone, and what recovery uses. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it keeps out.
const UNUSUAL = /[\x00-\x09\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFDD0\uFDD1\uFEFF\uFFFE\uFFFF]|\r(?!\n)/;

/** The line that is read next. */
interface Cursor {
  readonly text: string;
  readonly end: number;
  readonly reader: YamlReader;
  /** Where the line starts, where its first character is that is no space, and where it ends. */
  start: number;
  from: number;
  lineEnd: number;
  next: number;
  /** The column of what is to be read; `END` behind the last line. */
  indent: number;
}

const END = -1;

/** No vocabulary nests as deeply, and each level costs a call. */
const DEEPEST = 50;

/** Goes on to the next line that holds more than a comment. */
function toNextLine(cursor: Cursor): void {
  const { text, end } = cursor;
  while (cursor.next < end) {
    cursor.start = cursor.next;
    const found = text.indexOf("\n", cursor.start);
    cursor.lineEnd = found === -1 || found >= end ? end : found;
    cursor.next = cursor.lineEnd + 1;
    if (text.charCodeAt(cursor.lineEnd - 1) === CR) cursor.lineEnd--;
    cursor.from = behindSpaces(cursor, cursor.start);
    cursor.indent = cursor.from - cursor.start;
    if (cursor.from < cursor.lineEnd && text[cursor.from] !== "#") return;
  }
  cursor.indent = END;
}

function readBlock(cursor: Cursor, depth: number): Node | undefined {
  if (depth > DEEPEST) return undefined;
  return isAtItem(cursor) ? readList(cursor, depth) : readMapping(cursor, depth);
}

function readMapping(cursor: Cursor, depth: number): Mapping | undefined {
  const { indent } = cursor;
  const pairs: Pair[] = [];
  while (cursor.indent === indent) {
    const pair = readPair(cursor, indent, depth);
    if (pair === undefined) return undefined;
    pairs.push(pair);
  }
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined || cursor.indent > indent) return undefined;
  return { kind: "mapping", style: "block", pairs, start: first.start, end: last.end };
}

function readPair(cursor: Cursor, indent: number, depth: number): Pair | undefined {
  const { text, from, lineEnd, reader } = cursor;
  const keyEnd = keyEndIn(cursor);
  if (keyEnd === undefined) return undefined;
  const key = plainScalar(text.slice(from, keyEnd), from, reader);
  const valueStart = behindSpaces(cursor, keyEnd + 1);
  const isOnLine = valueStart < lineEnd;
  let value = isOnLine ? plainValue(text, valueStart, lineEnd, reader) : undefined;
  toNextLine(cursor);
  if (!isOnLine) {
    const isBelow = cursor.indent > indent || (cursor.indent === indent && isAtItem(cursor));
    value = isBelow ? readBlock(cursor, depth + 1) : plainScalar("", keyEnd + 1, reader);
  }
  // What stands deeper goes on with the value.
  if (value === undefined || cursor.indent > indent) return undefined;
  return { key, value, style: "block", start: key.start, end: value.end };
}

function readList(cursor: Cursor, depth: number): Sequence | undefined {
  const { indent, from: start } = cursor;
  const items: Node[] = [];
  while (cursor.indent === indent && isAtItem(cursor)) {
    const item = readItem(cursor, depth);
    if (item === undefined || cursor.indent > indent) return undefined;
    items.push(item);
  }
  const end = items.at(-1)?.end ?? start;
  return { kind: "sequence", style: "block", items, start, end };
}

function readItem(cursor: Cursor, depth: number): Node | undefined {
  const { text, reader } = cursor;
  const itemStart = behindSpaces(cursor, cursor.from + 1);
  if (itemStart >= cursor.lineEnd) return undefined;
  cursor.from = itemStart;
  if (keyEndIn(cursor) !== undefined) {
    // A mapping that starts behind the dash.
    cursor.indent = itemStart - cursor.start;
    return depth > DEEPEST ? undefined : readMapping(cursor, depth + 1);
  }
  const value = plainValue(text, itemStart, cursor.lineEnd, reader);
  toNextLine(cursor);
  return value;
}

/** Whether a list item starts here: a dash with something behind it. */
function isAtItem({ text, from }: Cursor): boolean {
  return text.charCodeAt(from) === DASH && text.charCodeAt(from + 1) === SPACE;
}

/** The end of the key that starts here, where its colon is. */
function keyEndIn({ text, from, lineEnd }: Cursor): number | undefined {
  KEY.lastIndex = from;
  const found = KEY.exec(text)?.[0];
  if (found === undefined) return undefined;
  const end = from + found.length;
  return end + 1 === lineEnd || text.charCodeAt(end + 1) === SPACE ? end : undefined;
}

const KEY = /[A-Za-z_][\w-]{0,99}(?=:)/y;

function behindSpaces({ text, lineEnd }: Cursor, from: number): number {
  let at = from;
  while (at < lineEnd && text.charCodeAt(at) === SPACE) at++;
  return at;
}

const SPACE = 32;
const DASH = 45;
const CR = 13;
