import { isInContent } from "../../document/block.ts";
import { columnOf } from "../../document/edits.ts";
import type { YamlContent } from "../../document/frontMatter.ts";
import { indentOf, type Line, lineAt, lineBefore, lineBreakOf, linesOf } from "../../document/lines.ts";
import { locate, type Path } from "../../document/node.ts";
import type { Span } from "../../document/span.ts";
import { isBlankOrComment, KEY, keyName } from "../../document/yamlLine.ts";
import { flowListAt } from "./flowCursor.ts";

/**
 * Where a cursor stands in front matter. Read off the lines and not off the tree, because completion is asked for while
 * the line under the cursor is half typed.
 */
export type Cursor =
  | {
      readonly kind: "key";
      /** The mapping that the key would stand in. */
      readonly path: Path;
      readonly indent: number;
      /** The key as far as it stands there. */
      readonly span: Span;
      /** What stands there already of what a key needs: a colon behind it, or a list or mapping on the lines below. */
      readonly has: "colon" | "list" | "mapping" | undefined;
    }
  | {
      readonly kind: "value" | "item";
      /** The key whose value it is, or whose list. */
      readonly path: Path;
      /** The value as far as it stands there, with its quotes. */
      readonly span: Span;
      readonly context: "block" | "flow";
      /** What must be written before it: a space, where it would touch a colon or dash. */
      readonly lead: string;
      /** The other items of a list in brackets. */
      readonly others?: readonly string[];
      /** How the first item of a list is written where no value is yet: on a line of its own. */
      readonly firstItem?: { readonly span: Span; readonly lead: string };
    };

/** Says what would be typed at an offset; `undefined` where it is no key and no single-line value. */
export function cursorAt(text: string, frontMatter: YamlContent, offset: number): Cursor | undefined {
  const { block, root, unread } = frontMatter;
  if (unread !== undefined || !isInContent(block, offset)) return undefined;
  if (text[offset - 1] === "\r" && text[offset] === "\n") return undefined;
  const node = locate(root, offset)?.node;
  const isFoldedText = node?.kind === "scalar" && /[\r\n]/.test(text.slice(node.start, node.end));
  if (isFoldedText || (node?.kind === "scalar" && (node.style === "literal" || node.style === "folded")))
    return undefined;

  const line = lineAt(text, offset);
  const { start } = line;
  if (start < block.content.start) return undefined;
  const lineText = text.slice(start, line.end);
  const column = offset - start;
  if (/(?:^|\s)#/.test(lineText.slice(0, column).replace(/"[^"]*"|'[^']*'/g, (quoted) => "x".repeat(quoted.length))))
    return undefined;

  const flow = flowListAt(text, block.content.start, offset);
  if (flow !== undefined) {
    const above = pathAbove(text, block.content.start, flow.line, { indent: indentOf(flow.line.text), isItem: false });
    return above && { ...flow, kind: "item", path: [...above, keyName(flow.key)], context: "flow", lead: "" };
  }

  const indent = indentOf(lineText);
  const dash = /^\s*-(?:\s+|$)/.exec(lineText.slice(indent));
  if (dash !== null) {
    if (column <= indent) return undefined;
    const list = pathAbove(text, block.content.start, line, { indent, isItem: true });
    return list === undefined
      ? undefined
      : valueCursor("item", list, { lineText, start, from: indent + dash[0].length, column });
  }
  const key = KEY.exec(lineText.slice(indent));
  if (key !== null && column >= indent + key[0].trimEnd().length) {
    const above = pathAbove(text, block.content.start, line, { indent, isItem: false });
    const name = keyName(key[0]);
    const isEmpty = isBlankOrComment(lineText.slice(indent + key[0].length));
    if (isEmpty && collectionBelow(text, line, { indent, end: block.content.end }) !== undefined) return undefined;
    const colonEnd = start + indent + key[0].trimEnd().length;
    const value = valueCursor("value", [...(above ?? []), name], {
      lineText,
      start,
      from: indent + key[0].length,
      column,
    });
    if (above === undefined || value === undefined || !isEmpty) return above && value;
    const lead = `${lineBreakOf(text)}${" ".repeat(indent)}- `;
    return { ...value, firstItem: { span: { start: colonEnd, end: offset }, lead } };
  }
  if (column < indent) return undefined;
  const typed = /^[^\s:]*/.exec(lineText.slice(indent))?.[0] ?? "";
  if (column > indent + typed.length) return undefined;
  const path = pathAbove(text, block.content.start, line, { indent, isItem: false });
  const span = { start: start + indent, end: start + indent + typed.length };
  const below = collectionBelow(text, line, { indent, end: block.content.end });
  const isMisplaced = path?.length === 0 && indent !== columnOfKeys(text, frontMatter, line);
  // On an empty line a key would cut the collection around it in two.
  if (path === undefined || isMisplaced || (typed === "" && below !== undefined)) return undefined;
  const hasColon = /^\s*:/.test(lineText.slice(indent + typed.length));
  return { kind: "key", path, indent, span, has: hasColon ? "colon" : below };
}

/**
 * Where a cursor stands in a list item that is a mapping, as one behind a dash: at a key of it, or at the value of one.
 * Only the schema can tell such an item from a text with a colon.
 */
export function cursorInItem(text: string, item: Cursor & { kind: "item" }, offset: number): Cursor | undefined {
  const { span, lead } = item;
  if (item.context === "flow") return undefined;
  const line = lineAt(text, offset);
  const from = span.start - line.start;
  const key = KEY.exec(line.text.slice(from));
  const path = [...item.path, 0];
  if (key !== null && offset >= span.start + key[0].trimEnd().length) {
    const place = { lineText: line.text, start: line.start, from: from + key[0].length, column: offset - line.start };
    return valueCursor("value", [...path, keyName(key[0])], place);
  }
  const typed = /^[^\s:]*/.exec(line.text.slice(from))?.[0] ?? "";
  if (lead !== "" || offset > span.start + typed.length) return undefined;
  const has = key === null ? undefined : "colon";
  return { kind: "key", path, indent: from, span: { start: span.start, end: span.start + typed.length }, has };
}

/** The collection that the lines below go on with as the value of a key at an indentation. */
function collectionBelow(
  text: string,
  from: Line,
  { indent, end }: { readonly indent: number; readonly end: number },
): "list" | "mapping" | undefined {
  for (const line of linesOf(text, from.next, end)) {
    if (isBlankOrComment(line.text)) continue;
    const at = indentOf(line.text);
    if (at >= indent && /^-(?:\s|$)/.test(line.text.slice(at))) return "list";
    return at > indent ? "mapping" : undefined;
  }
  return undefined;
}

/** The column at which the other top-level keys stand. */
function columnOfKeys(text: string, { root }: YamlContent, line: Line): number {
  const others = root?.kind === "mapping" ? root.pairs : [];
  const other = others.find(({ start }) => start < line.start || start > line.end);
  return other === undefined ? 0 : columnOf(text, other.start);
}

interface ValuePlace {
  readonly lineText: string;
  /** The offset of the line's first character. */
  readonly start: number;
  /** The column at which the value starts. */
  readonly from: number;
  readonly column: number;
}

function valueCursor(
  kind: "value" | "item",
  path: Path,
  { lineText, start, from, column }: ValuePlace,
): (Cursor & { kind: "value" | "item" }) | undefined {
  const raw = lineText.slice(from);
  if (/^[[{]/.test(raw)) return undefined;
  const isQuoted = /^["']/.test(raw);
  const value = isQuoted ? raw.trimEnd() : raw.replace(/(?:^|\s)#.*$/, "").trimEnd();
  const [valueStart, valueEnd] = [start + from, start + from + value.length];
  const cursor = start + column;
  if (value !== "" && (cursor < valueStart || cursor > valueEnd + 1)) return undefined;
  const needsSpace = !/\s$/.test(lineText.slice(0, from));
  // A cursor right behind the colon or dash, or a few spaces away from an empty value, still means it.
  const span = value === "" ? { start: cursor, end: cursor } : { start: valueStart, end: Math.max(valueEnd, cursor) };
  return { kind, path, span, context: "block", lead: value === "" && needsSpace ? " " : "" };
}

/**
 * The path of the collection that a line belongs to, found by going up its indentation.
 *
 * @returns `undefined` where a line above holds a value already, so that this one goes on with text
 */
function pathAbove(
  text: string,
  contentStart: number,
  from: Line,
  place: { indent: number; isItem: boolean },
): Path | undefined {
  const path: (string | number)[] = [];
  let { indent, isItem } = place;
  for (let start = from.start; start > contentStart; ) {
    const line = lineBefore(text, start);
    start = line.start;
    const lineText = text.slice(Math.max(line.start, contentStart), line.end);
    const at = indentOf(lineText);
    if (isBlankOrComment(lineText) || at > indent || (at === indent && !isItem)) continue;
    const content = lineText.slice(at);
    if (/^-(?:\s|$)/.test(content)) {
      if (at === indent) {
        // A sister of the item that the line is in.
        if (typeof path[0] === "number") path[0]++;
        continue;
      }
      const key = KEY.exec(content.replace(/^-\s+/, ""));
      if (key !== null) path.unshift(0);
      [indent, isItem] = [at, true];
      continue;
    }
    const key = KEY.exec(content);
    if (key === null || !isBlankOrComment(content.slice(key[0].length))) return undefined;
    path.unshift(keyName(key[0]));
    [indent, isItem] = [at, false];
    if (at === 0) break;
  }
  return path;
}
