import { findBlock } from "./block.ts";
import { compareKeys, writeEntry, writeItem, writeScalar } from "./houseStyle.ts";
import type { JsonValue } from "./jsonValue.ts";
import { indentOf, lineAt, lineBreakOf } from "./lines.ts";
import type { Mapping, Node, Pair, Scalar, Sequence } from "./node.ts";
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
  return narrowed(text, { start: node.start, end: node.end, newText: scalarText(text, node, value, context) });
}

/** Gives a key another value: a scalar in place, a list or mapping in the house style. */
export function replaceValue(text: string, pair: Pair, value: JsonValue): TextEdit {
  const node = pair.value;
  const indent = columnOf(text, pair.key.start);
  if (isScalarValue(value) && node.kind === "scalar") {
    if (node.start !== node.end) return replaceScalar(text, node, value);
    const place = {
      column: columnOf(text, node.start) + 1,
      indent: indent + 2,
      eol: lineBreakOf(text),
      foldAt: foldAt(text),
    };
    return { start: node.start, end: node.start, newText: ` ${writeScalar(value, place)}` };
  }
  const eol = lineBreakOf(text);
  const entry = writeEntry(pair.key.text, value, indent, eol).slice(indent, -eol.length);
  return narrowed(text, { start: pair.start, end: pair.end, newText: entry });
}

/** Gives a key another name; its value and what follows stay as they are. */
export function renameKey(text: string, pair: Pair, name: string): TextEdit {
  return replaceScalar(text, pair.key, name);
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
    // A mapping may start behind a list's dash: then the entry takes the place of the first key on its line.
    const atLineStart = lineAt(text, follower.start).text.slice(0, indent).trim() === "";
    if (atLineStart) return insertLines(text, lineAt(text, follower.start).start, entry, eol);
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
export function insertItem(text: string, list: Sequence, index: number, value: ScalarValue): TextEdit {
  const eol = lineBreakOf(text);
  const next = list.items[index];
  if (list.style === "flow") {
    const written = writeScalar(value, {
      column: 0,
      indent: 0,
      context: "flow",
      foldAt: Number.POSITIVE_INFINITY,
      ...styleLike(list.items),
    });
    const last = list.items.at(-1);
    if (next !== undefined) return { start: next.start, end: next.start, newText: `${written}, ` };
    const at = last === undefined ? list.start + 1 : last.end;
    return { start: at, end: at, newText: last === undefined ? written : `, ${written}` };
  }
  const indent = columnOf(text, list.start);
  const line = writeItem(value, indent, eol);
  if (next !== undefined) return insertLines(text, lineAt(text, dashOf(text, next)).start, line, eol);
  return insertLines(text, lineAt(text, list.end).next, line, eol);
}

/** Takes an item out of a list, with its line. */
export function removeItem(text: string, list: Sequence, index: number): TextEdit | undefined {
  const item = list.items[index];
  if (item === undefined) return undefined;
  if (list.style === "block") {
    const start = lineAt(text, dashOf(text, item)).start;
    return { start, end: lineAt(text, item.end).next, newText: "" };
  }
  const next = list.items[index + 1];
  const before = list.items[index - 1];
  if (next !== undefined) return { start: item.start, end: next.start, newText: "" };
  return { start: before === undefined ? item.start : before.end, end: item.end, newText: "" };
}

/** Takes a key out of a block mapping, with the lines of its value. */
export function removePair(text: string, pair: Pair): TextEdit {
  return { start: lineAt(text, pair.start).start, end: lineAt(text, pair.end).next, newText: "" };
}

/** Replaces an item that is no scalar, as `Scheme: Label` without quotes is not, by a scalar in its place. */
export function replaceNode(text: string, node: Node, value: ScalarValue, context: "block" | "flow"): TextEdit {
  if (node.kind === "scalar") return replaceScalar(text, node, value, context);
  const column = columnOf(text, node.start);
  const newText = writeScalar(value, { column, indent: column, context, eol: lineBreakOf(text), foldAt: foldAt(text) });
  return narrowed(text, { start: node.start, end: node.end, newText });
}

/** The column at which an offset stands, in UTF-16 code units from the start of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineAt(text, offset).start;
}

/**
 * The column after which the front matter of this text folds its lines: 80 as in the house style, unless a longer line
 * shows that its author does not fold.
 */
function foldAt(text: string): number {
  const content = findBlock(text)?.content;
  const lines = text.slice(content?.start, content?.end);
  return /^(?!\s*#)[^\r\n]{81,}[^ \r\n] [^ \r\n]/m.test(lines) ? Number.POSITIVE_INFINITY : 80;
}

function scalarText(text: string, node: Scalar, value: ScalarValue, context: "block" | "flow"): string {
  const line = lineAt(text, node.start);
  const style = node.style === "single" || node.style === "double" ? node.style : undefined;
  const place = {
    column: node.start - line.start,
    indent: indentOf(line.text) + (/^\s*-\s/.test(line.text) ? dashWidth(line.text) : 2),
    eol: lineBreakOf(text),
    context,
    foldAt: foldAt(text),
  };
  return writeScalar(value, style === undefined ? place : { ...place, style });
}

/** How far the text of a list item stands behind the dash. */
function dashWidth(line: string): number {
  return (/^\s*((?:-\s+)+)/.exec(line)?.[1] ?? "  ").length;
}

function insertFlowPair(mapping: Mapping, key: string, value: JsonValue): TextEdit {
  const write = (part: ScalarValue): string =>
    writeScalar(part, { column: 0, indent: 0, context: "flow", foldAt: Number.POSITIVE_INFINITY });
  const entry = `${write(key)}: ${isScalarValue(value) ? write(value) : JSON.stringify(value)}`;
  const follower = followerOf(mapping, key);
  if (follower !== undefined) return { start: follower.start, end: follower.start, newText: `${entry}, ` };
  const last = mapping.pairs.at(-1);
  const at = last === undefined ? mapping.start + 1 : last.end;
  return { start: at, end: at, newText: last === undefined ? entry : `, ${entry}` };
}

/** The pair before which a new key goes, where the keys are sorted. */
function followerOf(mapping: Mapping, key: string): Pair | undefined {
  const keys = mapping.pairs.map((pair) => pair.key.text);
  const isSorted = keys.every((name, index) => index === 0 || compareKeys(keys[index - 1] ?? "", name) <= 0);
  return isSorted ? mapping.pairs.find((pair) => compareKeys(pair.key.text, key) > 0) : undefined;
}

/** Inserts whole lines; where the text before does not end its line, it ends it first. */
function insertLines(text: string, offset: number, lines: string, eol: string): TextEdit {
  const before = text[offset - 1];
  const isLineStart = offset === 0 || before === "\n" || before === "\r";
  return { start: offset, end: offset, newText: isLineStart ? lines : `${eol}${lines.slice(0, -eol.length)}` };
}

/** The dash that a block item stands behind. */
function dashOf(text: string, item: Node): number {
  const at = text.lastIndexOf("-", item.start - 1);
  return at === -1 ? item.start : at;
}

function styleLike(items: readonly Node[]): { style: "single" | "double" } | Record<string, never> {
  const first = items[0];
  return first?.kind === "scalar" && (first.style === "single" || first.style === "double")
    ? { style: first.style }
    : {};
}

function isScalarValue(value: JsonValue): value is ScalarValue {
  return value === null || typeof value !== "object";
}

/** Leaves out what an edit would write again as it stands, at both ends; never cuts a surrogate pair. */
function narrowed(text: string, edit: TextEdit): TextEdit {
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
