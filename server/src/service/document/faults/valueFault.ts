import { type Line, linesOf } from "../lines.ts";
import type { Span } from "../span.ts";
import { isBlankOrComment, withoutComment } from "../yamlLine.ts";
import { closingOf, type Reach } from "./closing.ts";
import type { Fault } from "./entryFault.ts";

/** What follows a key or a dash on its line. */
export type ValueScan =
  | { readonly kind: "empty" | "plain" | "blockScalar" }
  | { readonly kind: "closed"; readonly end: number }
  | { readonly kind: "fault"; readonly fault: Fault };

/** Reads the value that starts on a line, over its following lines where it is quoted or bracketed. */
export function scanValue(text: string, line: Line, from: number, reach: Reach): ValueScan {
  const start = from + (/^[ \t]*(?:(?:&[^\s,[\]{}'"]+|!\S*)[ \t]+)*/.exec(text.slice(from, line.end))?.[0].length ?? 0);
  const rest = text.slice(start, line.end);
  const value = { start, end: start + withoutComment(rest).length, below: reach.keyIndent };
  switch (rest[0]) {
    case undefined:
    case "#":
      return { kind: "empty" };
    case '"':
    case "'":
    case "[":
    case "{":
      return scanClosed(text, start, reach);
    case "|":
    case ">":
      return /^[|>][-+0-9]{0,2}\s*(?:#.*)?$/.test(rest) ? { kind: "blockScalar" } : wholeValue("blockHeader", value);
    case "&":
    case "!":
      return /^[&!]\S*$/.test(withoutComment(rest)) ? { kind: "empty" } : wholeValue("reservedStart", value);
    case "@":
    case "`":
    case "%":
    case ",":
    case "]":
    case "}":
      return wholeValue("reservedStart", value);
    case "*":
      return /^\*[^\s,[\]{}*]+$/.test(text.slice(value.start, value.end))
        ? { kind: "plain" }
        : wholeValue("reservedStart", value);
    case "?":
      return /^\?(?:\s|$)/.test(rest) ? wholeValue("reservedStart", value) : scanPlain(text, line, value);
    case "-":
      return /^-(?:\s|$)/.test(rest) ? wholeValue("listInLine", value) : scanPlain(text, line, value);
    default:
      return scanPlain(text, line, value);
  }
}

/** A value with the indentation of its key, on which the lines below it hang. */
interface Value extends Span {
  readonly below: number;
}

function wholeValue(code: Fault["code"], value: Value): ValueScan {
  return valueFault(code, value, value);
}

function valueFault(code: Fault["code"], { start, end }: Span, { below, ...value }: Value): ValueScan {
  return { kind: "fault", fault: { code, hide: "value", below, start, end, value } };
}

function scanPlain(text: string, line: Line, { below, ...value }: Value): ValueScan {
  const colon = /:(?=[ \t]|$)/.exec(text.slice(value.start, value.end));
  // A comment ends the value: it cannot go on in the next line.
  if (colon === null) return text.slice(value.end, line.end).trim() === "" ? { kind: "plain" } : closedAt(value.end);
  const start = value.start + colon.index;
  return { kind: "fault", fault: { code: "colonInValue", hide: "colon", below, start, end: start + 1, value } };
}

function closedAt(end: number): ValueScan {
  return { kind: "closed", end };
}

/** A value in quotes or brackets: what opens must close, and nothing may follow it. */
function scanClosed(text: string, start: number, reach: Reach): ValueScan {
  const isBracket = text[start] === "[" || text[start] === "{";
  const closing = closingOf(text, start, reach);
  const end = closing.kind === "closed" ? closing.end : endOfText(text, start, closing.end);
  const value = { start, end, below: reach.keyIndent };
  const badEscape = badEscapeIn(text, value);
  if (badEscape !== undefined) return valueFault("badEscape", badEscape, value);
  if (closing.kind === "open") {
    const code = isBracket && closing.opener === start ? "unclosedBracket" : "unclosedQuote";
    return valueFault(code, { start: closing.opener, end: closing.opener + 1 }, value);
  }
  const rest = /[^\r\n]*/.exec(text.slice(end, reach.end))?.[0] ?? "";
  const tail = rest.startsWith("#") ? rest.trimEnd() : withoutComment(rest);
  if (tail.trim() === "") return closedAt(end);
  const withTail = { ...value, end: end + tail.length };
  if (isBracket) return wholeValue("textAfterBracket", withTail);
  return valueFault("textAfterQuote", { start: withTail.end - tail.trimStart().length, end: withTail.end }, withTail);
}

/** Where the text of an unclosed value ends, comments and blank lines below it left out. */
function endOfText(text: string, start: number, limit: number): number {
  let end = start;
  for (const line of linesOf(text, start, limit)) {
    if (!isBlankOrComment(line.text)) end = line.start + line.text.trimEnd().length;
  }
  return end;
}

/** YAML's escapes in double quotes (YAML 1.2, 5.7) but `\/`, which Hugo does not know. */
const ESCAPE = /^\\(?:[0abtnvfre "\\N_LP\t\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;

/** The first escape in the double-quoted texts of a value that Hugo does not know. */
export function badEscapeIn(text: string, value: Span): Span | undefined {
  let quote: string | undefined;
  for (let at = value.start; at < value.end; at++) {
    const character = text[at];
    if (quote === undefined && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = undefined;
    else if (character === "\\" && quote === '"') {
      if (!ESCAPE.test(text.slice(at, at + 10))) return { start: at, end: Math.min(at + 2, value.end) };
      at++;
    }
  }
  return undefined;
}
