import { narrowed } from "./edits.ts";
import { oncePerText } from "./oncePerText.ts";
import type { Span, TextEdit } from "./span.ts";

/** A text of a JSON list. Its span includes the quotes. */
export interface JsonItem extends Span {
  readonly value: string;
}

/** Why a text is no JSON list of texts (RFC 8259). */
export type JsonFault =
  | "noList"
  | "unclosedList"
  | "unclosedText"
  | "noComma"
  | "extraComma"
  | "noText"
  | "badEscape"
  | "lineBreak"
  | "textBehind";

/** The texts of a list, or the first fault with its place. Offsets count in the text that was read. */
export type JsonList =
  | { readonly fault: undefined; readonly items: readonly JsonItem[] }
  | (Span & { readonly fault: JsonFault });

/** Reads a JSON list that holds nothing but texts. Takes a text of one line or more; never throws. */
export const readJsonList = oncePerText((source: string): JsonList => {
  const items: JsonItem[] = [];
  let at = skipBlanks(source, 0);
  if (source[at] !== "[") return { fault: "noList", start: 0, end: source.length };
  const opener = at;
  let comma: number | undefined;
  for (at = skipBlanks(source, at + 1); at < source.length; at = skipBlanks(source, at)) {
    const character = source[at];
    const isFirst = items.length === 0;
    if (character === "]") {
      if (comma !== undefined) return { fault: "extraComma", start: comma, end: comma + 1 };
      const behind = skipBlanks(source, at + 1);
      return behind === source.length
        ? { fault: undefined, items }
        : { fault: "textBehind", start: behind, end: source.length };
    }
    if (character === ",") {
      if (isFirst || comma !== undefined) return { fault: "extraComma", start: at, end: at + 1 };
      comma = at++;
      continue;
    }
    if (!isFirst && comma === undefined) return { fault: "noComma", start: at, end: endOfWord(source, at) };
    if (character !== '"') return { fault: "noText", start: at, end: endOfWord(source, at) };
    const item = readText(source, at);
    if ("fault" in item) return item;
    items.push(item);
    comma = undefined;
    at = item.end;
  }
  return { fault: "unclosedList", start: opener, end: opener + 1 };
});

/** Replaces what differs in a text of the list. */
export function replaceJsonItem(source: string, item: JsonItem, value: string): TextEdit {
  return narrowed(source, { start: item.start, end: item.end, newText: writeJsonText(source, value) });
}

/** Adds texts before the one that stands at `index` now, at the end where there is none. */
export function insertJsonItems(
  source: string,
  items: readonly JsonItem[],
  { index, values }: { readonly index: number; readonly values: readonly string[] },
): TextEdit {
  const [first, second] = items;
  const comma = first && second && /\s/.test(source.slice(first.end, second.start)) ? ", " : ",";
  const written = values.map((value) => writeJsonText(source, value)).join(comma);
  const [next, last] = [items[index], items.at(-1)];
  if (next !== undefined) return { start: next.start, end: next.start, newText: `${written}${comma}` };
  const at = last?.end ?? source.indexOf("[") + 1;
  return { start: at, end: at, newText: last === undefined ? written : `${comma}${written}` };
}

/** Takes a text out of the list, with its comma. */
export function removeJsonItem(items: readonly JsonItem[], index: number): readonly TextEdit[] {
  const [before, item, next] = [items[index - 1], items[index], items[index + 1]];
  if (item === undefined) return [];
  if (next !== undefined) return [{ start: item.start, end: next.start, newText: "" }];
  return [{ start: before?.end ?? item.start, end: item.end, newText: "" }];
}

/** Puts the texts of the list in another order; each is written as it was, and what stands between them stays. */
export function reorderJsonItems(
  source: string,
  items: readonly JsonItem[],
  order: readonly string[],
): readonly TextEdit[] {
  return items.flatMap(({ start, end, value }, index) => {
    const item = items.find((other) => other.value === order[index]);
    return item === undefined || item.value === value
      ? []
      : [{ start, end, newText: source.slice(item.start, item.end) }];
  });
}

/** A text as JSON has it; beyond ASCII with escapes where the list has them, as Python's `json.dumps` writes. */
function writeJsonText(source: string, value: string): string {
  const written = JSON.stringify(value);
  if (!/\\u[0-9A-Fa-f]{4}/.test(source) || /[^\0-\x7F]/.test(source)) return written;
  return written.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function readText(source: string, start: number): JsonItem | (Span & { readonly fault: JsonFault }) {
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '"') return { start, end: at + 1, value: String(JSON.parse(source.slice(start, at + 1))) };
    if (character < " ") return { fault: "lineBreak", start: at, end: at + 1 };
    if (character !== "\\") continue;
    const escaped = /^\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/.exec(source.slice(at, at + 6))?.[0];
    if (escaped === undefined) return { fault: "badEscape", start: at, end: Math.min(at + 2, source.length) };
    at += escaped.length - 1;
  }
  return { fault: "unclosedText", start, end: start + 1 };
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (/[ \t\r\n]/.test(source.charAt(at))) at++;
  return at;
}

/** Where what stands instead of a text ends: before the next comma or bracket. */
function endOfWord(source: string, start: number): number {
  const end = source.slice(start + 1).search(/[,\]]/);
  return start + source.slice(start, end === -1 ? source.length : start + 1 + end).trimEnd().length;
}
