import { isBlankOrComment, KEY } from "./entries.ts";
import { indentOf, type Line, linesOf } from "./lines.ts";
import type { Span } from "./span.ts";
import type { SyntaxProblem } from "./syntaxProblem.ts";
import { scanValue } from "./valueFault.ts";

/** A fault in one entry, and what a reader has to pass over to read the rest of it. */
export interface Fault extends SyntaxProblem {
  /** What to hide: whole lines, the value alone (its key is good), or a colon that is text. */
  readonly hide: "lines" | "value" | "colon";
}

/** What the lines of an entry say, read one by one. */
export interface EntryScan {
  /** The first fault, where there is one. */
  readonly fault: Fault | undefined;
  /** The lines after the first of quoted and bracketed values, which may stand anywhere for Hugo. */
  readonly continued: readonly Span[];
}

/**
 * Says in YAML's own terms what is wrong with an entry that the YAML reader refuses, at the place where an author would
 * mend it: an unclosed quote at the quote, not at the end of the text where a reader notices.
 *
 * @param text the document
 * @param entry the entry, whole lines
 */
export function scanEntry(text: string, entry: Span): EntryScan {
  const continued: Span[] = [];
  const levels: Level[] = [];
  let previous: Previous = { kind: "opens", indent: -1 };
  for (const line of linesOf(text, entry.start, entry.end)) {
    if (line.start < (continued.at(-1)?.end ?? 0) || line.text.trim() === "") continue;
    const indent = indentOf(line.text);
    if (previous.kind === "blockScalar" && indent > previous.indent) continue;
    if (/^ *\t/.test(line.text)) return { fault: tabIndent(line), continued };
    if (isBlankOrComment(line.text)) continue;

    if ((previous.kind === "plain" || previous.kind === "folded") && indent > previous.indent) {
      const fault = faultInContinuation(line, previous);
      if (fault !== undefined) return { fault, continued };
      previous = { ...previous, kind: "folded" };
      continue;
    }
    const misplaced = enterLevel(text, entry, { line, levels, previous });
    if (misplaced !== undefined) return { fault: misplaced, continued };

    const column = behindDashes(line, levels);
    const rest = line.text.slice(column);
    if (isBlankOrComment(rest)) {
      previous = { kind: "opens", indent };
      continue;
    }
    const key = KEY.exec(rest);
    if (key === null && column === indent) return { fault: faultyKey(line, column), continued };
    const holder = key === null ? indent : column;
    const valueStart = line.start + column + (key?.[0].length ?? 0);
    const scan = scanValue(text, line, valueStart, { end: entry.end, keyIndent: holder });
    if (scan.kind === "fault") return { fault: scan.fault, continued };
    if (scan.kind === "closed" && scan.end > line.next) continued.push({ start: line.next, end: scan.end });
    previous = { kind: scan.kind === "empty" ? "opens" : scan.kind, indent: holder };
  }
  return { fault: undefined, continued };
}

/** An indentation at which a collection stands, and the line that opened it. */
interface Level {
  readonly indent: number;
  readonly opener: Line;
}

/** What the lines before have left open, and at which indentation. A folded text has gone on over several lines. */
interface Previous {
  readonly kind: "opens" | "plain" | "folded" | "closed" | "blockScalar";
  readonly indent: number;
}

/** Finds the collection that a line goes on with, or opens one; anything between is a wrong indentation. */
function enterLevel(
  text: string,
  entry: Span,
  { line, levels, previous }: { line: Line; levels: Level[]; previous: Previous },
): Fault | undefined {
  const indent = indentOf(line.text);
  let left: Level | undefined;
  while ((levels.at(-1)?.indent ?? -1) > indent) left = levels.pop();
  if (levels.at(-1)?.indent === indent) return undefined;
  if (levels.length === 0 || previous.kind === "opens") {
    levels.push({ indent, opener: line });
    return undefined;
  }
  if (left === undefined) return badIndent(line, levels.at(-1)?.indent ?? 0);
  // Two indentations disagree. The one that fewer lines have is the slip.
  const withLeft = countLines(text, { start: left.opener.start, end: line.start }, left.indent);
  const withThis = countLines(text, { start: line.start, end: entry.end }, indent);
  return withThis > withLeft ? badIndent(left.opener, indent) : badIndent(line, left.indent);
}

function countLines(text: string, span: Span, indent: number): number {
  let count = 0;
  for (const line of linesOf(text, span.start, span.end)) {
    if (!isBlankOrComment(line.text) && indentOf(line.text) === indent) count++;
  }
  return count;
}

/** Passes the dashes that start a line's text, each of which opens a collection. */
function behindDashes(line: Line, levels: Level[]): number {
  let column = indentOf(line.text);
  for (let dash = DASH.exec(line.text.slice(column)); dash !== null; dash = DASH.exec(line.text.slice(column))) {
    column += dash[0].length;
    levels.push({ indent: column, opener: line });
  }
  return column;
}

const DASH = /^-(?:\s+|$)/;

/** A line of a folded text that holds a colon, or a key that is indented too far. */
function faultInContinuation(line: Line, previous: Previous): Fault | undefined {
  const colon = /:(?=\s|$)/.exec(line.text.replace(/\s#.*$/, ""));
  if (colon === null) return undefined;
  const isOneWord = !/\s/.test(line.text.slice(indentOf(line.text), colon.index));
  if (isOneWord && previous.kind === "plain") return badIndent(line, previous.indent);
  const at = line.start + colon.index;
  return { code: "colonInValue", hide: "colon", start: at, end: at + 1 };
}

function faultyKey(line: Line, column: number): Fault {
  const start = line.start + column;
  if (/^-[^\s-]/.test(line.text.slice(column))) return { code: "missingSpace", hide: "lines", start, end: start + 1 };
  const glued = /^[^\s:'"[\]{}]+:(?=\S)/.exec(line.text.slice(column));
  if (glued !== null && !/^https?:/.test(glued[0])) {
    const colon = start + glued[0].length - 1;
    return { code: "missingSpace", hide: "lines", start: colon, end: colon + 1 };
  }
  return { code: "missingColon", hide: "lines", start, end: endOfText(line) };
}

function badIndent(line: Line, indent: number): Fault {
  return { code: "badIndent", hide: "lines", start: line.start + indentOf(line.text), end: endOfText(line), indent };
}

function tabIndent(line: Line): Fault {
  const length = line.text.length - line.text.trimStart().length;
  return { code: "tabIndent", hide: "lines", start: line.start, end: line.start + length };
}

function endOfText(line: Line): number {
  return line.start + line.text.trimEnd().length;
}
