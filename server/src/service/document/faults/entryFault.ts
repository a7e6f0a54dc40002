import { indentOf, type Line, linesOf } from "../lines.ts";
import type { Span } from "../span.ts";
import type { SyntaxProblem } from "../syntaxProblem.ts";
import { isBlankOrComment, isItem, KEY, withoutComment } from "../yamlLine.ts";
import { closingOf, isOpeningBracket, isQuote, outlineOf, type ValueOutline } from "./closing.ts";
import { scanValue } from "./valueFault.ts";

/** A fault in one entry, and what a reader has to pass over to read the rest of it. */
export interface Fault extends SyntaxProblem {
  /** What to hide: the entry, whole lines, the value alone (its key is good), or a colon that is text. */
  readonly hide: "entry" | "lines" | "value" | "colon";
  /** The lines that follow and are indented deeper than this hang on the faulty one. */
  readonly below: number;
}

/** What the lines of an entry say, read one by one. */
export interface EntryScan {
  /** The first fault, where there is one. */
  readonly fault: Fault | undefined;
  /** The lines after the first of quoted and bracketed values, which may stand anywhere for Hugo. */
  readonly continued: readonly Continued[];
}

/** The lines after the first of a value. */
export interface Continued extends Span {
  readonly value: ValueOutline;
}

/**
 * Says in YAML's own terms what is wrong with an entry that the YAML reader refuses, at the place where an author would
 * mend it: an unclosed quote at the quote, not at the end of the text where a reader notices.
 *
 * @param text the document
 * @param entry the entry, whole lines
 */
export function scanEntry(text: string, entry: Span): EntryScan {
  const continued: Continued[] = [];
  const levels: Level[] = [];
  let previous: Previous = { kind: "opens", indent: -1 };
  for (const line of linesOf(text, entry.start, entry.end)) {
    if (line.start < (continued.at(-1)?.end ?? 0) || /^[ \t]*$/.test(line.text)) continue;
    const indent = indentOf(line.text);
    if (previous.kind === "blockScalar" && indent > previous.indent) continue;
    if (/^ *\t/.test(line.text)) return { fault: tabIndent(line, previous), continued };
    const isFolding = previous.kind === "plain" || previous.kind === "folded";
    if (isBlankOrComment(line.text)) {
      if (isFolding) previous = { ...previous, kind: "closed" };
      continue;
    }
    if (isFolding && indent > previous.indent) {
      const fault = faultInContinuation(text, entry, { line, levels, previous });
      if (fault !== undefined) return { fault, continued };
      previous = { ...previous, kind: hasComment(line.text) ? "closed" : "folded", column: indent };
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
    if (key === null && column === indent) return { fault: faultyKey(text, entry, line), continued };
    const glued = key === null ? undefined : gluedQuote(line, column, key[0]);
    if (glued !== undefined) return { fault: glued, continued };
    const holder = key === null ? indent : column;
    const valueStart = line.start + column + (key?.[0].length ?? 0);
    const scan = scanValue(text, line, valueStart, { end: entry.end, keyIndent: holder });
    if (scan.kind === "fault") return { fault: scan.fault, continued };
    if (scan.kind === "closed" && scan.end > line.next) {
      const { end } = scan;
      continued.push({ start: line.next, end, value: outlineOf(text, { start: valueStart, end }) });
    }
    previous = { kind: scan.kind === "empty" ? "opens" : scan.kind, indent: holder };
  }
  return { fault: undefined, continued };
}

/** An indentation at which a collection stands, and the line that opened it. */
interface Level {
  readonly indent: number;
  readonly isList: boolean;
  readonly opener: Line;
}

/** What the lines before have left open, and at which indentation. A folded text has gone on over several lines. */
interface Previous {
  readonly kind: "opens" | "plain" | "folded" | "closed" | "blockScalar";
  readonly indent: number;
  /** The indentation of the last line of a folded text. */
  readonly column?: number;
}

interface Place {
  readonly line: Line;
  /** The collections that the line may go on with, the outermost first. */
  readonly levels: Level[];
  readonly previous: Previous;
}

/** Finds the collection that a line goes on with, or opens one; anything between is a wrong indentation. */
function enterLevel(text: string, entry: Span, { line, levels, previous }: Place): Fault | undefined {
  const indent = indentOf(line.text);
  const isList = isItem(line.text.slice(indent));
  let left: Level | undefined;
  while ((levels.at(-1)?.indent ?? -1) > indent) left = levels.pop();
  // A key ends the list that stands at its own indentation, under the key before it.
  if (!isList && levels.at(-1)?.isList && levels.at(-2)?.indent === indent) levels.pop();
  const top = levels.at(-1);
  if (top?.indent === indent && top.isList === isList) return undefined;
  const isOpened = previous.kind === "opens" && (indent > previous.indent || (isList && indent === previous.indent));
  // An entry goes on further out than it starts with the items of its first key alone.
  if (top === undefined && left !== undefined) return badIndent(left.opener, indent);
  if (top === undefined || isOpened) {
    levels.push({ indent, isList, opener: line });
    return undefined;
  }
  if (top.indent === indent && left?.isList !== isList) {
    // What follows at this indentation is of the same kind.
    const place = { hide: "lines", below: indent - 1, start: line.start + indent, end: endOfText(line) } as const;
    return { code: isList ? "notAMapping" : "missingDash", ...place };
  }
  if (left === undefined) return badIndent(line, top.indent);
  if (indentOf(left.opener.text) === left.indent) return oddOneOut(text, entry, { line, level: left, outer: top });
  // It stands where the dash before it has put it.
  if (!isList || !top.isList) return badIndent(line, left.indent);
  return oddOneOut(text, entry, { line, level: top, outer: levels.at(-2) });
}

/**
 * Two indentations disagree, that of a collection and that of a line. The one that fewer lines have is the slip; where
 * both have as many, the one that is not two more than the collection around it.
 */
function oddOneOut(
  text: string,
  entry: Span,
  { line, level, outer }: { readonly line: Line; readonly level: Level; readonly outer: Level | undefined },
): Fault {
  const indent = indentOf(line.text);
  const usual = (outer?.indent ?? 0) + 2;
  const { end } = entry;
  // A list may stand at the column of its key.
  const least = Math.min((outer?.indent ?? -1) + 1, level.indent);
  const withLevel = countLines(text, { start: level.opener.start, end }, { indent: level.indent, least });
  const withLine = countLines(text, { start: line.start, end }, { indent, least: indent });
  const isLevelOdd = withLine > withLevel || (withLine === withLevel && indent === usual && level.indent !== usual);
  return isLevelOdd ? badIndent(level.opener, indent) : badIndent(line, level.indent);
}

/** How many lines stand at an indentation, up to the first with less than the least. */
function countLines(
  text: string,
  span: Span,
  { indent, least }: { readonly indent: number; readonly least: number },
): number {
  let count = 0;
  for (const line of linesOf(text, span.start, span.end)) {
    if (isBlankOrComment(line.text)) continue;
    if (indentOf(line.text) < least) break;
    if (indentOf(line.text) === indent) count++;
  }
  return count;
}

/** Passes the dashes that start a line's text, and opens what stands behind them: a list, or a mapping. */
function behindDashes(line: Line, levels: Level[]): number {
  let column = indentOf(line.text);
  for (let dash = DASH.exec(line.text.slice(column)); dash !== null; dash = DASH.exec(line.text.slice(column))) {
    column += dash[0].length;
    const rest = line.text.slice(column);
    if (isItem(rest) || KEY.test(rest)) levels.push({ indent: column, isList: isItem(rest), opener: line });
  }
  return column;
}

const DASH = /^-(?:\s+|$)/;

/** A line of a folded text that holds a colon, or a key that is indented too far. */
function faultInContinuation(text: string, entry: Span, { line, levels, previous }: Place): Fault | undefined {
  const colon = /:(?=[ \t]|$)/.exec(withoutComment(line.text));
  if (colon === null) return undefined;
  const isOneWord = !/\s/.test(line.text.slice(indentOf(line.text), colon.index));
  // A line of a folded text stands where the others do, and a colon seldom ends it.
  const opens = colon.index === line.text.trimEnd().length - 1;
  const isOutOfLine = previous.kind === "folded" && (opens || indentOf(line.text) !== previous.column);
  if (isOutOfLine && isOneWord) return badIndent(line, previous.indent);
  if (isOneWord && previous.kind === "plain") {
    const [outer, level] = levels.slice(-2);
    // The items of a list may stand at the column of the keys around it: then it is the line that is out of place.
    const isNested = level?.indent === previous.indent && outer !== undefined && outer.indent < level.indent;
    if (!isNested) return badIndent(line, previous.indent);
    return oddOneOut(text, entry, { line, level, outer });
  }
  const start = line.start + colon.index;
  return { code: "colonInValue", hide: "colon", below: previous.indent, start, end: start + 1 };
}

/** What is wrong with a line that should start with a key. */
function faultyKey(text: string, entry: Span, line: Line): Fault {
  const indent = indentOf(line.text);
  const start = line.start + indent;
  const rest = line.text.slice(indent);
  const at = (code: Fault["code"], from: number, to: number): Fault => {
    return { code, hide: "lines", below: indent, start: from, end: to };
  };
  // Other white space than YAML's, as a no-break space is.
  if (rest.trim() === "") return at("controlCharacter", start, line.end);
  if (/^-[^\s-]/.test(rest) && line.start > entry.start) return at("missingSpace", start, start + 1);
  if (isQuote(rest[0]) || isOpeningBracket(rest[0])) {
    const closing = closingOf(text, start, { end: entry.end, keyIndent: indent });
    const code = isQuote(text[closing.kind === "open" ? closing.opener : -1]) ? "unclosedQuote" : "unclosedBracket";
    if (closing.kind === "open") return at(code, closing.opener, closing.opener + 1);
  }
  const glued = /^[^\s:'"[\]{}]+:(?=[^ \t])/.exec(rest)?.[0];
  if (glued === undefined || /^https?:/.test(glued)) return at("missingColon", start, endOfText(line));
  return at("missingSpace", start + glued.length - 1, start + glued.length);
}

/** A value in quotes of which only a part was taken for its key, because a colon or a space is missing before it. */
function gluedQuote(line: Line, column: number, key: string): Fault | undefined {
  const [, name = "", sign] = /^([\w-]+)(:| +)(["'])(?!.*\3)/.exec(key) ?? [];
  if (sign === undefined) return undefined;
  const start = line.start + column;
  const at = start + name.length;
  const hidden = { hide: "lines", below: column } as const;
  return sign === ":"
    ? { code: "missingSpace", ...hidden, start: at, end: at + 1 }
    : { code: "missingColon", ...hidden, start, end: endOfText(line) };
}

function badIndent(line: Line, indent: number): Fault {
  const start = line.start + indentOf(line.text);
  return { code: "badIndent", hide: "lines", below: indent, start, end: endOfText(line), indent };
}

/** Tabs have no width. What hangs on the line is guessed from where it seems to belong. */
function tabIndent(line: Line, previous: Previous): Fault {
  const length = line.text.length - line.text.trimStart().length;
  const below = previous.kind === "opens" && previous.indent >= 0 ? previous.indent + 2 : previous.indent;
  return { code: "tabIndent", hide: "lines", below: Math.max(0, below), start: line.start, end: line.start + length };
}

function hasComment(line: string): boolean {
  return withoutComment(line) !== line.trimEnd();
}

function endOfText(line: Line): number {
  return line.start + line.text.trimEnd().length;
}
