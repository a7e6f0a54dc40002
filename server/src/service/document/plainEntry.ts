import { tooDeepAt } from "./depth.ts";
import type { Pair } from "./node.ts";
import { readPair } from "./plain/block.ts";
import { type PlainSource, toText } from "./plain/source.ts";
import type { YamlReader } from "./plainScalar.ts";
import type { Span } from "./span.ts";

/**
 * Reads an entry of the shapes that front matter usually has: keys with scalars, lists and mappings below them. Most of
 * what an author has, and types, is of these shapes; the `yaml` package, which reads anything, takes twenty times as long.
 * Both give the same nodes, which a property test holds.
 *
 * @param text the document
 * @param entry the entry, whole lines
 * @param reader whose reading of values counts
 * @returns `undefined` where the entry has any other shape
 */
export function readPlainEntry(text: string, entry: Span, reader: YamlReader): Pair | undefined {
  if (!isPlainText(text, entry)) return undefined;
  const source: PlainSource = { text, end: entry.end, reader, at: entry.start };
  const indent = toText(source);
  if (indent === undefined || indent === -1) return undefined;
  source.at += indent;
  const pair = readPair(source, indent);
  return toText(source) === -1 ? pair : undefined;
}

/** Whether a stretch of a text nests no deeper than can be read, and holds none of the characters that mean more. */
export function isPlainText(text: string, { start, end }: Span): boolean {
  const own = text.slice(start, end);
  return !UNUSUAL.test(own) && (own.length <= DEEP || tooDeepAt(own) === undefined);
}

/** Control characters, line breaks of other scripts, and what recovery uses. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it keeps out.
const UNUSUAL = /[\x00-\x09\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFDD0\uFDD1\uFEFF\uFFFE\uFFFF]|\r(?!\n)/;

/** What is shorter is not too deep to be read. */
const DEEP = 500;
