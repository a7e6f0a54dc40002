import { indentOf, type Line, lineAt, lineBefore } from "../../document/lines.ts";
import type { Span } from "../../document/span.ts";
import { KEY } from "../../document/yamlLine.ts";

/** A list in brackets that a cursor stands in. */
export interface FlowList {
  /** The line with its key. */
  readonly line: Line;
  /** The key and the colon behind it, without indentation. */
  readonly key: string;
  /** The item under the cursor, as far as it stands there. */
  readonly span: Span;
  /** The other items on the lines up to the cursor's, without quotes. */
  readonly others: readonly string[];
}

/** No list in brackets goes on for longer. */
const MOST_LINES = 200;

/** Finds the `[…]` that an offset stands in, which may have begun some lines above and need not be closed. */
export function flowListAt(text: string, contentStart: number, offset: number): FlowList | undefined {
  let line = lineAt(text, offset);
  const end = line.end;
  for (let count = 0; count < MOST_LINES; count++) {
    const indent = indentOf(line.text);
    const key = KEY.exec(line.text.slice(indent))?.[0];
    if (key !== undefined) {
      const start = line.start + indent + key.length;
      const found = text[start] === "[" && start < offset ? itemAt(text, { start, end }, offset) : undefined;
      return found && { line, key, ...found };
    }
    if (line.start <= contentStart) return undefined;
    line = lineBefore(text, line.start);
  }
  return undefined;
}

/** The item between the commas around an offset; `undefined` behind the closing bracket. */
function itemAt(text: string, list: Span, offset: number): Pick<FlowList, "span" | "others"> | undefined {
  const token = /"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\r\n]|'')*'?|\s#.*|[^,[\]"'\r\n]+|[,[\]]/g;
  token.lastIndex = list.start + 1;
  const separators = [list.start];
  for (let match = token.exec(text); match !== null && match.index < list.end; match = token.exec(text)) {
    // A quote that is not closed yet ends at the cursor, for what follows was there before it.
    if (/^(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(match[0]) && match.index < offset) token.lastIndex = offset;
    if (match[0] === "]" && match.index < offset) return undefined;
    if (match[0] === "," || match[0] === "]") separators.push(match.index);
    if (match[0] === "]") break;
  }
  const items = separators.map((start, index) => trimmed(text, start + 1, separators[index + 1] ?? list.end));
  const here = separators.findLastIndex((start) => start < offset);
  const item = items[here];
  if (item === undefined) return undefined;
  const span = item.start === item.end || offset < item.start ? { start: offset, end: offset } : item;
  if (/[\r\n]/.test(text.slice(span.start, span.end)) || offset > span.end + 1) return undefined;
  const others = items
    .filter((other) => other !== item)
    .map(({ start, end }) => text.slice(start, end).replace(/^(["'])(.*)\1$/, "$2"));
  return { span, others };
}

/** A stretch of text without the blank space and comments around what stands in it. */
function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end).replace(/(?<=^|\s)#.*/g, (comment) => " ".repeat(comment.length));
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}
