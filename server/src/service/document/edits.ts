import { startOfEntry } from "./comment.ts";
import { foldAt } from "./foldAt.ts";
import { writeEntries, writeEntry, writeItem, writeItems, writeScalar } from "./houseStyle.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./jsonValue.ts";
import { lineAt, lineBreakOf } from "./lines.ts";
import type { Mapping, Node, Pair, Scalar, Sequence } from "./node.ts";
import { isForced } from "./scalarStyle.ts";
import { followerOf } from "./sortedPlace.ts";
import type { TextEdit } from "./span.ts";

// Every edit touches only what it must, and what it writes follows the style around it: quotes, indentation, line
// breaks, order of keys. Where there is nothing to follow it follows the house style (`houseStyle.ts`).

type ScalarValue = string | number | boolean | null;

/** Replaces the value of a scalar, in its own style where the new value can be written so. */
export function replaceScalar(
  text: string,
  node: Scalar,
  value: ScalarValue,
  context: "block" | "flow" = "block",
): TextEdit {
  const written = scalarText(text, node, value, context);
  if (node.start === node.end && context === "block") return fillEmpty(text, node.start, written);
  return narrowed(text, { start: node.start, end: node.end, newText: written });
}

/** Writes another text into a scalar as it stands, in the same quotes or none. The text must need no others. */
export function rewriteScalar(text: string, node: Scalar, newText: string): TextEdit {
  const quote = isQuoted(node.style) ? 1 : 0;
  const span = { start: node.start + quote, end: node.end - quote };
  if (text.slice(span.start, span.end) !== node.text) return replaceScalar(text, node, newText);
  return narrowed(text, { ...span, newText });
}

/** Gives a key another value: a scalar in place, a list or mapping as the one before or in the house style. */
export function replaceValue(text: string, pair: Pair, value: JsonValue): TextEdit {
  const { key, value: node, style } = pair;
  const span = { start: node.start, end: node.end };
  const isEmpty = node.start === node.end;
  if (node.kind === "scalar" && isScalarValue(value) && !isEmpty) return replaceScalar(text, node, value, style);
  if (style === "flow") {
    const lead = isEmpty ? (text[node.start - 1] === ":" ? " " : ": ") : "";
    return narrowed(text, { ...span, newText: `${lead}${writeFlow(value)}` });
  }
  const eol = lineBreakOf(text);
  if (!isScalarValue(value) && isLike(node, value)) {
    if (node.style === "flow") return narrowed(text, { ...span, newText: writeFlow(value) });
    const indent = columnOf(text, node.start);
    const lines = isJsonObject(value) ? writeEntries(value, indent, eol) : writeItems(value, indent, eol);
    return narrowed(text, { ...span, newText: lines.slice(indent, -eol.length) });
  }
  const start = key.end + (COLON.exec(text.slice(key.end, node.start))?.[0].length ?? 0);
  const indent = columnOf(text, key.start);
  const written = isScalarValue(value)
    ? ` ${writeScalar(value, { column: columnOf(text, start) + 1, indent: indent + 2, eol, foldAt: foldAt(text) })}`
    : writeEntry("k", value, indent, eol).slice(indent + "k:".length, -eol.length);
  const end = isEmpty ? behindBlanks(text, Math.max(start, node.end)) : node.end;
  return narrowed(text, { start, end: Math.max(start, end), newText: written });
}

/** What stands behind a key before its value: the colon, an anchor, a tag. */
const COLON = /^\s*:(?:[ \t]+[&!]\S+)*/;

/** Gives a key another name; its value and what follows stay as they are. */
export function renameKey(text: string, { key }: Pair, name: string): TextEdit {
  // A key is one line.
  const quotes = isQuoted(key.style) ? key.style : "plain";
  const style = isMultiline(name) ? "double" : quotes;
  const newText = writeScalar(name, { column: 0, indent: 0, style, foldAt: Number.POSITIVE_INFINITY });
  return narrowed(text, { start: key.start, end: key.end, newText });
}

/**
 * Adds `key: value` to a mapping: at its sorted place where the keys are sorted, else at the end.
 *
 * @param mapping the mapping, or where it stands when it is still empty: the offset of a line's start, and its indentation
 */
export function insertPair(text: string, mapping: Mapping | EmptyMapping, key: string, value: JsonValue): TextEdit {
  if (mapping.kind === "mapping" && mapping.style === "flow") return insertFlowPair(mapping, key, value);
  const eol = lineBreakOf(text);
  if (mapping.kind === "empty")
    return insertLines(text, mapping.offset, writeEntry(key, value, mapping.indent, eol), eol);
  const follower = followerOf(mapping, key);
  const first = mapping.pairs[0];
  const indent = first === undefined ? 0 : columnOf(text, first.key.start);
  const entry = writeEntry(key, value, indent, eol);
  if (follower !== undefined) {
    if (startsLine(text, follower.start)) return insertLines(text, startOfEntry(text, follower.start), entry, eol);
    return { start: follower.start, end: follower.start, newText: `${entry.slice(indent)}${" ".repeat(indent)}` };
  }
  return insertLines(text, lineAt(text, mapping.end).next, entry, eol);
}

export interface EmptyMapping {
  readonly kind: "empty";
  readonly offset: number;
  readonly indent: number;
}

/** Adds an item to a list, before the item that stands at `index` now; at the end where there is none. */
export function insertItem(text: string, list: Sequence, index: number, value: JsonValue): TextEdit {
  const eol = lineBreakOf(text);
  const next = list.items[index];
  const column = columnOfEmpty(text, list);
  if (column !== undefined) {
    const start = text.lastIndexOf(":", list.start) + 1;
    return { start, end: list.end, newText: `${eol}${writeItem(value, column, eol).slice(0, -eol.length)}` };
  }
  if (list.style === "flow") {
    const written = isScalarValue(value) ? writeInBrackets(value, list.items[0]) : JSON.stringify(value);
    const last = list.items.at(-1);
    if (next !== undefined) return { start: next.start, end: next.start, newText: `${written}, ` };
    const at = last === undefined ? list.start + 1 : last.end;
    return { start: at, end: at, newText: last === undefined ? written : `, ${written}` };
  }
  const indent = columnOf(text, list.start);
  const line = writeItem(value, indent, eol);
  if (next === undefined) return insertLines(text, lineAt(text, list.end).next, line, eol);
  const dash = dashOf(text, next);
  if (startsLine(text, dash)) return insertLines(text, startOfEntry(text, dash), line, eol);
  return { start: dash, end: dash, newText: `${line.slice(indent)}${" ".repeat(indent)}` };
}

/**
 * The column of the key of an empty list that stands on that key's line, with nothing behind it. Whoever writes the house
 * style has no way but brackets to write it.
 */
function columnOfEmpty(text: string, list: Sequence): number | undefined {
  if (list.isInFlow || text.slice(list.start, list.end) !== "[]") return undefined;
  const line = lineAt(text, list.start);
  const isAlone = /^ *[\w-]+: +\[\]\s*$/.test(line.text);
  return isAlone ? line.text.search(/\S/) : undefined;
}

/** Adds items to a list side by side, before the one that stands at `index` now. */
export function insertItems(
  text: string,
  list: Sequence,
  index: number,
  values: readonly JsonValue[],
): readonly TextEdit[] {
  const inserted = values.map((value) => insertItem(text, list, index, value));
  return inserted.slice(0, 1).map((edit) => ({ ...edit, newText: inserted.map(({ newText }) => newText).join("") }));
}

/** Takes an item out of a list, with its line. */
export function removeItem(text: string, list: Sequence, index: number): TextEdit | undefined {
  const item = list.items[index];
  const next = list.items[index + 1];
  if (item === undefined) return undefined;
  if (list.style === "block") {
    const dash = dashOf(text, item);
    if (startsLine(text, dash))
      return { start: lineAt(text, dash).start, end: lineAt(text, item.end).next, newText: "" };
    return { start: dash, end: next === undefined ? item.end : dashOf(text, next), newText: "" };
  }
  const before = list.items[index - 1];
  if (next !== undefined) return { start: item.start, end: next.start, newText: "" };
  return { start: before === undefined ? item.start : before.end, end: item.end, newText: "" };
}

/** Takes a key out of a block mapping, with the lines of its value. */
export function removePair(text: string, pair: Pair): TextEdit {
  const { next } = lineAt(text, pair.end);
  if (startsLine(text, pair.start)) return { start: lineAt(text, pair.start).start, end: next, newText: "" };
  // Behind the dash of a list the key below takes its place.
  const indent = /^[ \t]*/.exec(lineAt(text, next).text)?.[0].length ?? 0;
  return { start: pair.start, end: next + indent, newText: "" };
}

/** Replaces an item that is no scalar, as `Scheme: Label` without quotes is not, by a scalar in its place. */
export function replaceNode(text: string, node: Node, value: ScalarValue, context: "block" | "flow"): TextEdit {
  if (node.kind === "scalar") return replaceScalar(text, node, value, context);
  const column = columnOf(text, node.start);
  const newText = writeScalar(value, { column, indent: column, context, eol: lineBreakOf(text), foldAt: foldAt(text) });
  return narrowed(text, { start: node.start, end: node.end, newText });
}

/** The column at which an offset stands, in UTF-16 code units from the start of its line or a byte order mark there. */
export function columnOf(text: string, offset: number): number {
  const { start } = lineAt(text, offset);
  return offset - start - (start === 0 && text.startsWith("\uFEFF") ? 1 : 0);
}

function scalarText(text: string, node: Scalar, value: ScalarValue, context: "block" | "flow"): string {
  const line = lineAt(text, node.start);
  const style = isQuoted(node.style) && !isForced(node.style, node.text, context) ? node.style : undefined;
  const place = {
    column: node.start - line.start,
    indent: indentOfMore(text, node),
    eol: lineBreakOf(text),
    context,
    foldAt: foldAt(text),
  };
  return writeScalar(value, style === undefined ? place : { ...place, style });
}

/** Writes a value where none is, set off from the dash or colon before it and from a comment behind it. */
function fillEmpty(text: string, at: number, written: string): TextEdit {
  const before = /\s/.test(text[at - 1] ?? " ") ? "" : " ";
  const after = /\s/.test(text[at] ?? " ") ? "" : " ";
  return narrowed(text, { start: at, end: behindBlanks(text, at), newText: `${before}${written}${after}` });
}

/** The end of a line of which only blanks are left, as after the value of a key was deleted; else the offset itself. */
function behindBlanks(text: string, at: number): number {
  const { end } = lineAt(text, at);
  return text.slice(at, end).trim() === "" ? end : at;
}

/** How far the second line of a scalar is indented: as its first where that is an item, else deeper than its key. */
function indentOfMore(text: string, node: Scalar): number {
  const line = lineAt(text, node.start);
  const column = /^\s*(?:-\s+)*/.exec(line.text)?.[0].length ?? 0;
  return line.start + column < node.start ? column + 2 : column;
}

function insertFlowPair(mapping: Mapping, key: string, value: JsonValue): TextEdit {
  const entry = `${writeInBrackets(key)}: ${writeFlow(value)}`;
  const follower = followerOf(mapping, key);
  if (follower !== undefined) return { start: follower.start, end: follower.start, newText: `${entry}, ` };
  const last = mapping.pairs.at(-1);
  const at = last === undefined ? mapping.start + 1 : last.end;
  return { start: at, end: at, newText: last === undefined ? entry : `, ${entry}` };
}

/** Inserts whole lines; where the text before does not end its line, it ends it first. */
export function insertLines(text: string, offset: number, lines: string, eol: string): TextEdit {
  const before = text[offset - 1];
  const isLineStart = offset === 0 || before === "\n" || before === "\r";
  return { start: offset, end: offset, newText: isLineStart ? lines : `${eol}${lines.slice(0, -eol.length)}` };
}

/** Whether only space stands before an offset on its line. A mapping or a list may also start behind a list's dash. */
function startsLine(text: string, offset: number): boolean {
  return text.slice(lineAt(text, offset).start, offset).trim() === "";
}

/** The dash that a block item stands behind. */
function dashOf(text: string, item: Node): number {
  const at = text.lastIndexOf("-", item.start - 1);
  return at === -1 ? item.start : at;
}

/** A scalar between brackets, always on one line, in quotes as its neighbour has them. */
function writeInBrackets(value: ScalarValue, neighbour?: Node): string {
  const quotes = neighbour?.kind === "scalar" && isQuoted(neighbour.style) ? neighbour.style : "plain";
  const style = isMultiline(value) ? "double" : quotes;
  return writeScalar(value, { column: 0, indent: 0, context: "flow", style, foldAt: Number.POSITIVE_INFINITY });
}

/** A value between brackets; lists and mappings have brackets of their own. */
function writeFlow(value: JsonValue): string {
  if (isScalarValue(value)) return writeInBrackets(value);
  if (!isJsonObject(value)) return `[${value.map(writeFlow).join(", ")}]`;
  const pairs = Object.entries(value).map(([key, child]) => `${writeInBrackets(key)}: ${writeFlow(child)}`);
  return `{${pairs.join(", ")}}`;
}

/** Whether a value is a list as a node is, or a mapping as it is, and both hold something. */
function isLike(node: Node, value: JsonObject | readonly JsonValue[]): node is Sequence | Mapping {
  if (isJsonObject(value)) return node.kind === "mapping" && node.pairs.length * Object.keys(value).length > 0;
  return node.kind === "sequence" && node.items.length * value.length > 0;
}

function isQuoted(style: Scalar["style"]): style is "single" | "double" {
  return style === "single" || style === "double";
}

function isMultiline(value: ScalarValue): boolean {
  return typeof value === "string" && /[\r\n]/.test(value);
}

function isScalarValue(value: JsonValue): value is ScalarValue {
  return value === null || typeof value !== "object";
}

/** Leaves out what an edit would write again as it stands, at both ends; never cuts a surrogate pair. */
export function narrowed(text: string, edit: TextEdit): TextEdit {
  const old = text.slice(edit.start, edit.end);
  const most = Math.min(old.length, edit.newText.length);
  let head = 0;
  while (head < most && old[head] === edit.newText[head]) head++;
  if (/[\uD800-\uDBFF]/.test(old[head - 1] ?? "")) head--;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === edit.newText.at(-1 - tail)) tail++;
  if (/[\uDC00-\uDFFF]/.test(old.at(-tail) ?? "") && tail > 0) tail--;
  return {
    start: edit.start + head,
    end: edit.end - tail,
    newText: edit.newText.slice(head, edit.newText.length - tail),
  };
}
