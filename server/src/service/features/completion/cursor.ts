import { isBlankOrComment, KEY } from "../../document/entries.ts";
import type { FrontMatter } from "../../document/frontMatter.ts";
import { indentOf, type Line, lineAt } from "../../document/lines.ts";
import { locate, type Path } from "../../document/node.ts";
import type { Span } from "../../document/span.ts";

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
      /** Whether a colon follows already. */
      readonly hasColon: boolean;
    }
  | {
      readonly kind: "value" | "item";
      /** The key whose value it is, or whose list. */
      readonly path: Path;
      /** The value as far as it stands there, with its quotes. */
      readonly span: Span;
      readonly context: "block" | "flow";
      /** Whether a space must come before it. */
      readonly needsSpace: boolean;
    };

/** Says what would be typed at an offset; `undefined` where it is no key and no single-line value. */
export function cursorAt(text: string, frontMatter: FrontMatter, offset: number): Cursor | undefined {
  const { block, root } = frontMatter;
  if (block.format !== "yaml" || offset < block.content.start) return undefined;
  if (block.closer === undefined ? offset > block.content.end : offset >= block.content.end) return undefined;
  const node = locate(root, offset)?.node;
  const isFoldedText = node?.kind === "scalar" && /[\r\n]/.test(text.slice(node.start, node.end));
  if (isFoldedText || (node?.kind === "scalar" && (node.style === "literal" || node.style === "folded")))
    return undefined;

  const line = lineAt(text, offset);
  const start = Math.max(line.start, block.content.start);
  const lineText = text.slice(start, line.end);
  const column = offset - start;
  if (/(?:^|\s)#/.test(lineText.slice(0, column).replace(/"[^"]*"|'[^']*'/g, (quoted) => "x".repeat(quoted.length))))
    return undefined;

  const indent = indentOf(lineText);
  const dash = /^\s*-(?:\s+|$)/.exec(lineText.slice(indent));
  if (dash !== null && column > indent) {
    const list = pathAbove(text, block.content.start, line, { indent, isItem: true });
    return list === undefined
      ? undefined
      : valueCursor("item", list, { lineText, start, from: indent + dash[0].length, column });
  }
  const key = KEY.exec(lineText.slice(indent));
  if (key !== null && column >= indent + key[0].trimEnd().length) {
    const above = pathAbove(text, block.content.start, line, { indent, isItem: false });
    const name = keyName(key[0]);
    return above && valueCursor("value", [...above, name], { lineText, start, from: indent + key[0].length, column });
  }
  if (column < indent) return undefined;
  const typed = /^[^\s:]*/.exec(lineText.slice(indent))?.[0] ?? "";
  if (column > indent + typed.length) return undefined;
  const path = pathAbove(text, block.content.start, line, { indent, isItem: false });
  const span = { start: start + indent, end: start + indent + typed.length };
  return path && { kind: "key", path, indent, span, hasColon: /^\s*:/.test(lineText.slice(indent + typed.length)) };
}

interface ValuePlace {
  readonly lineText: string;
  /** The offset of the line's first character. */
  readonly start: number;
  /** The column at which the value starts. */
  readonly from: number;
  readonly column: number;
}

function valueCursor(kind: "value" | "item", path: Path, place: ValuePlace): Cursor | undefined {
  const { lineText, start, from, column } = place;
  const raw = lineText.slice(from);
  if (raw.startsWith("[")) return flowCursor(path, place);
  const isQuoted = /^["']/.test(raw);
  const value = isQuoted ? raw.trimEnd() : raw.replace(/(?:^|\s)#.*$/, "").trimEnd();
  const [valueStart, valueEnd] = [start + from, start + from + value.length];
  const cursor = start + column;
  if (cursor > Math.max(valueEnd, valueStart) + 1 && value !== "") return undefined;
  const needsSpace = !/\s$/.test(lineText.slice(0, from));
  // A cursor right behind the colon or dash, or a few spaces away from an empty value, still means it.
  const span = value === "" ? { start: cursor, end: cursor } : { start: valueStart, end: Math.max(valueEnd, cursor) };
  return { kind, path, span, context: "block", needsSpace: value === "" && needsSpace };
}

/** Inside `[…]` on one line: the item between the commas around the cursor. */
function flowCursor(path: Path, { lineText, start, from, column }: ValuePlace): Cursor | undefined {
  const token = /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[^,[\]"']+|[,[\]]/g;
  token.lastIndex = from + 1;
  let itemStart = from + 1;
  let itemEnd = lineText.length;
  for (let match = token.exec(lineText); match !== null; match = token.exec(lineText)) {
    if (match[0] !== "," && match[0] !== "]") continue;
    if (match.index < column) {
      if (match[0] === "]") return undefined;
      itemStart = match.index + 1;
    } else {
      itemEnd = match.index;
      break;
    }
  }
  const raw = lineText.slice(itemStart, itemEnd);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  const span =
    text === ""
      ? { start: start + column, end: start + column }
      : { start: start + itemStart + lead, end: start + itemStart + lead + text.length };
  return { kind: "item", path, span, context: "flow", needsSpace: false };
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
    const line = lineAt(text, start - (text.startsWith("\r\n", start - 2) ? 2 : 1));
    start = line.start;
    const lineText = text.slice(Math.max(line.start, contentStart), line.end);
    const at = indentOf(lineText);
    if (isBlankOrComment(lineText) || at > indent || (at === indent && !isItem)) continue;
    const content = lineText.slice(at);
    if (/^-(?:\s|$)/.test(content)) {
      if (at === indent) continue;
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

function keyName(keyAndColon: string): string {
  return keyAndColon.replace(/\s*:\s*$/, "").replace(/^(["'])(.*)\1$/, "$2");
}
