import type { Node, Scalar } from "./node.ts";
import { resolvePlainScalar, type YamlReader } from "./plainScalar.ts";

/**
 * Reads a value of the commonest shape, all on one line: unquoted, in quotes without escapes, or a list of such in brackets.
 *
 * @param from where the value starts, with the first character that is no space
 * @param to where its line ends
 * @returns `undefined` for a value of any other shape, and for one that may go on below
 */
export function plainValue(text: string, from: number, to: number, reader: YamlReader): Node | undefined {
  const end = withoutSpaces(text, from, to);
  const first = text[from] ?? "";
  if (first === "[") return plainList(text, from, end, reader);
  const source = text.slice(from, end);
  if (PLAIN.test(first)) return END_OF_PLAIN.test(source) ? undefined : plainScalar(source, from, reader);
  return quoted(source, from);
}

/** A value without quotes. */
export function plainScalar(text: string, start: number, reader: YamlReader): Scalar {
  const value = resolvePlainScalar(text, reader);
  return { kind: "scalar", style: "plain", value, text, start, end: start + text.length };
}

const PLAIN = /[A-Za-z0-9/(]/;
/** Where unquoted text ends, or is none. */
const END_OF_PLAIN = /:(?: |$)| #/;

function quoted(source: string, start: number): Scalar | undefined {
  const end = start + source.length;
  if (/^'(?:[^']|'')*'$/.test(source)) {
    const value = source.slice(1, -1).replaceAll("''", "'");
    return { kind: "scalar", style: "single", value, text: value, start, end };
  }
  if (!/^"[^"\\]*"$/.test(source)) return undefined;
  const value = source.slice(1, -1);
  return { kind: "scalar", style: "double", value, text: value, start, end };
}

/** An item of a list in brackets, with the comma or bracket behind it. */
const LISTED = / *([A-Za-z0-9/(][^,[\]{}:#]*|'(?:[^']|'')*'|"[^"\\]*") *([,\]])/y;

function plainList(text: string, start: number, end: number, reader: YamlReader): Node | undefined {
  const items: Node[] = [];
  let at = start + 1;
  while (text[at] === " ") at++;
  if (text[at] === "]") at++;
  else {
    for (let closing = ""; closing !== "]"; ) {
      LISTED.lastIndex = at;
      const found = LISTED.exec(text);
      const [whole = "", written = "", behind = ""] = found ?? [];
      if (found === null || LISTED.lastIndex > end) return undefined;
      const from = at + whole.indexOf(written);
      const source = written.slice(0, withoutSpaces(written, 0, written.length));
      const item = PLAIN.test(source[0] ?? "") ? plainScalar(source, from, reader) : quoted(source, from);
      if (item === undefined) return undefined;
      items.push(item);
      closing = behind;
      at = LISTED.lastIndex;
    }
  }
  return at === end ? { kind: "sequence", style: "flow", items, start, end } : undefined;
}

/** By hand, because a regular expression would look for the end from each space anew. */
function withoutSpaces(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

const SPACE = 32;
