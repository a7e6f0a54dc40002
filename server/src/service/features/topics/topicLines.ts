import { startOfEntry } from "../../document/comment.ts";
import { columnOf, insertLines } from "../../document/edits.ts";
import { compareKeys } from "../../document/houseStyle.ts";
import { indentOf, lineAt, lineBefore, lineBreakOf, linesOf } from "../../document/lines.ts";
import { nodeAt, pairAt, type Sequence } from "../../document/node.ts";
import type { Span, TextEdit } from "../../document/span.ts";
import type { ListedScheme } from "../../rules/vocabularyTopics.ts";

/** The whole lines of an item of a list, with the comments that belong to it. */
export interface ItemLines extends Span {
  /** Where its dash stands. */
  readonly column: number;
  /** Whether a comment stands above of which nobody can tell whether it is about the item, or about all that follow. */
  readonly hasHeading: boolean;
}

/** @returns `undefined` where an item does not have lines of its own */
export function itemLines(text: string, list: Sequence | undefined, index: number): ItemLines | undefined {
  const item = list?.items[index];
  if (item === undefined || list?.style !== "block") return undefined;
  const column = columnOf(text, list.start);
  const first = lineAt(text, item.start);
  if (!/^\uFEFF? *- /.test(first.text) || indentOf(first.text.replace("\uFEFF", "")) !== column) return undefined;
  const start = startOfEntry(text, first.start);
  let { next: end } = lineAt(text, item.end);
  // What is said deeper than the dash is said of the item.
  for (const line of linesOf(text, end)) {
    if (!isComment(line.text) || indentOf(line.text) <= column) break;
    end = line.next;
  }
  const above = start === 0 ? "" : lineBefore(text, start).text;
  return { start, end, column, hasHeading: isComment(above) && indentOf(above) <= column };
}

/** Where the lines of a topic go in a scheme. */
export interface TopicPlace {
  readonly column: number;
  insert(lines: string): TextEdit;
}

/**
 * The place of a label among the topics of a scheme: where these are sorted its own, else the end.
 *
 * @param further how many columns right of its key a list of topics stands where there are some
 * @returns `undefined` where the scheme has no lines for its topics
 */
export function placeIn(text: string, scheme: ListedScheme, label: string, further: number): TopicPlace | undefined {
  const { list, node } = scheme;
  const eol = lineBreakOf(text);
  if (list !== undefined && list.items.length > 0) return placeAmong(text, list, label);
  const pair = pairAt(node, ["topics"]);
  const key = pairAt(node, ["label"])?.key;
  if (key === undefined || node.style !== "block") return undefined;
  const keyColumn = columnOf(text, key.start);
  const column = keyColumn + further;
  if (pair === undefined) {
    const head = `${" ".repeat(keyColumn)}topics:${eol}`;
    const { next } = lineAt(text, node.end);
    return { column, insert: (lines) => insertLines(text, next, `${head}${lines}`, eol) };
  }
  const line = lineAt(text, pair.key.start);
  if (!/^ *(?:- +)?topics: *(?:\[ *\])? *$/.test(line.text)) return undefined;
  const start = line.start + line.text.indexOf(":") + 1;
  return { column, insert: (lines) => ({ start, end: line.end, newText: `${eol}${lines.slice(0, -eol.length)}` }) };
}

function placeAmong(text: string, list: Sequence, label: string): TopicPlace | undefined {
  const labels = list.items.map((item) => {
    const found = nodeAt(item, ["label"]);
    return found?.kind === "scalar" ? found.text : "";
  });
  const found = isSorted(labels) ? labels.findIndex((other) => compareKeys(other, label) > 0) : -1;
  const index = found === -1 ? labels.length : found;
  const [before, first] = [itemLines(text, list, index - 1), itemLines(text, list, 0)];
  const offset = index === 0 ? first?.start : before?.end;
  if (offset === undefined) return undefined;
  return { column: columnOf(text, list.start), insert: (lines) => insertLines(text, offset, lines, lineBreakOf(text)) };
}

/** Two may stand in order by chance. */
export function isSorted(labels: readonly string[]): boolean {
  return (
    labels.length > 2 && labels.every((label, index) => index === 0 || compareKeys(labels[index - 1] ?? "", label) <= 0)
  );
}

/** Whole lines as many columns further right, or left where that is less than none. The last one ends as the others do. */
export function shifted(text: string, columns: number, eol: string): string {
  let result = "";
  for (const { text: line, end, next } of linesOf(text)) {
    const cut = Math.min(Math.max(0, -columns), indentOf(line));
    const indent = line.trim() === "" ? "" : " ".repeat(Math.max(0, columns));
    result += `${indent}${line.slice(cut)}${end === next ? eol : text.slice(end, next)}`;
  }
  return result;
}

function isComment(line: string): boolean {
  return /^[ \t]*#/.test(line);
}
