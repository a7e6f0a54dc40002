import { linesOf } from "./lines.ts";
import type { Node, Pair, Scalar } from "./node.ts";
import { resolvePlainScalar, type YamlReader } from "./plainScalar.ts";
import type { Span } from "./span.ts";

/**
 * Reads an entry of the commonest shape: a key in the first column, with a value on its own line or a list of such values
 * below it. Most of what an author has, and types, is of this shape; the `yaml` package, which reads anything, takes ten
 * times as long. Both give the same nodes, which a property test holds.
 *
 * @param text the document
 * @param entry the entry, whole lines
 * @param reader whose reading of values counts
 * @returns `undefined` where the entry has any other shape
 */
export function readPlainEntry(text: string, entry: Span, reader: YamlReader): Pair | undefined {
  let key: Scalar | undefined;
  let value: Node | undefined;
  const items: Node[] = [];
  for (const line of linesOf(text, entry.start, entry.end)) {
    if (key === undefined) {
      const name = KEY.exec(line.text)?.[0];
      if (name === undefined) return undefined;
      key = plainScalar(name, line.start, reader);
      if (NOTHING.test(line.text.slice(name.length + 1))) continue;
      value = valueIn(line.text.slice(name.length + 1), key.end + 1, reader);
      if (value === undefined) return undefined;
    } else {
      const item =
        value === undefined && ITEM.test(line.text) ? valueIn(line.text.slice(1), line.start + 1, reader) : undefined;
      if (item === undefined) return undefined;
      items.push(item);
    }
  }
  if (key === undefined) return undefined;
  value ??= listOf(text, items) ?? plainScalar("", key.end + 1, reader);
  return { key, value, style: "block", start: key.start, end: value.end };
}

const KEY = /^[A-Za-z_][\w-]{0,99}(?=:(?: |$))/;
const NOTHING = /^ *$/;
const ITEM = /^- /;

/** Text that needs no closer look: no control characters, no line breaks of other scripts, nothing that recovery uses. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it keeps out.
const PRINTABLE = /^[^\x00-\x1F\x7F-\x9F\u2028\u2029\uFDD0\uFDD1\uFEFF\uFFFE\uFFFF]*$/;
const PLAIN = /^[A-Za-z0-9/(]/;
/** Where unquoted text ends, or is none. */
const END_OF_PLAIN = /:(?: |$)| #/;

/** The value in the rest of a line, which starts at `base`: unquoted, in quotes without escapes, or `[]`. */
function valueIn(rest: string, base: number, reader: YamlReader): Node | undefined {
  const from = rest.search(/[^ ]/);
  if (from === -1 || !PRINTABLE.test(rest)) return undefined;
  const source = withoutSpacesBehind(rest.slice(from));
  const start = base + from;
  if (PLAIN.test(source)) return END_OF_PLAIN.test(source) ? undefined : plainScalar(source, start, reader);
  if (source === "[]") return { kind: "sequence", style: "flow", items: [], start, end: start + 2 };
  const end = start + source.length;
  if (/^'(?:[^']|'')*'$/.test(source)) {
    const value = source.slice(1, -1).replaceAll("''", "'");
    return { kind: "scalar", style: "single", value, text: value, start, end };
  }
  if (!/^"[^"\\]*"$/.test(source)) return undefined;
  const value = source.slice(1, -1);
  return { kind: "scalar", style: "double", value, text: value, start, end };
}

/** By hand, because a regular expression would look for the end from each space anew. */
function withoutSpacesBehind(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(0, end);
}

const SPACE = 32;

function plainScalar(text: string, start: number, reader: YamlReader): Scalar {
  return {
    kind: "scalar",
    style: "plain",
    value: resolvePlainScalar(text, reader),
    text,
    start,
    end: start + text.length,
  };
}

/** A list starts at the dash of its first item. */
function listOf(text: string, items: readonly Node[]): Node | undefined {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { kind: "sequence", style: "block", items, start: text.lastIndexOf("-", first.start - 1), end: last.end };
}
