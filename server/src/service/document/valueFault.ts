import { KEY } from "./entries.ts";
import type { Fault } from "./fault.ts";
import { indentOf, type Line, linesOf } from "./lines.ts";

/** What follows a key or a dash on its line. */
export type ValueScan =
  | { readonly kind: "empty" | "plain" | "blockScalar" }
  | { readonly kind: "closed"; readonly end: number }
  | { readonly kind: "fault"; readonly fault: Fault };

/** How far a value may reach: the end of the entry, and the indentation of its key, at which the next key would stand. */
export interface Reach {
  readonly end: number;
  readonly keyIndent: number;
}

/** Reads the value that starts on a line, over its following lines where it is quoted or bracketed. */
export function scanValue(text: string, line: Line, from: number, reach: Reach): ValueScan {
  const start = from + (/^\s*(?:[&!]\S*\s+)*/.exec(text.slice(from, line.end))?.[0].length ?? 0);
  const rest = text.slice(start, line.end);
  const value = { start, end: start + rest.replace(/\s+#.*$/, "").trimEnd().length };
  const wholeValue = (code: Fault["code"]): ValueScan => ({
    kind: "fault",
    fault: { code, hide: "value", ...value, value },
  });
  switch (rest[0]) {
    case undefined:
    case "#":
      return { kind: "empty" };
    case '"':
    case "'":
      return scanQuoted(text, start, line, reach);
    case "[":
    case "{":
      return scanBrackets(text, start, line, reach);
    case "|":
    case ">":
      return /^[|>][-+0-9]{0,2}\s*(?:#.*)?$/.test(rest) ? { kind: "blockScalar" } : wholeValue("blockHeader");
    case "@":
    case "`":
    case "%":
    case ",":
    case "]":
    case "}":
      return wholeValue("reservedStart");
    case "*":
      return /^\*[^\s,[\]{}*]+$/.test(text.slice(value.start, value.end))
        ? { kind: "plain" }
        : wholeValue("reservedStart");
    case "?":
      return /^\?(?:\s|$)/.test(rest) ? wholeValue("reservedStart") : scanPlain(text, value);
    case "-":
      return /^-(?:\s|$)/.test(rest) ? wholeValue("listInLine") : scanPlain(text, value);
    default:
      return scanPlain(text, value);
  }
}

function scanPlain(text: string, value: { readonly start: number; readonly end: number }): ValueScan {
  const colon = /:(?=\s|$)/.exec(text.slice(value.start, value.end));
  if (colon === null) return { kind: "plain" };
  const at = value.start + colon.index;
  return { kind: "fault", fault: { code: "colonInValue", hide: "colon", start: at, end: at + 1, value } };
}

/** YAML's escapes in double quotes (YAML 1.2, 5.7). */
const ESCAPE = /^\\(?:[0abtnvfre "/\\N_LP\t\r\n]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})/i;

function scanQuoted(text: string, start: number, line: Line, reach: Reach): ValueScan {
  const quote = text[start];
  const token = quote === "'" ? /''|'|[\r\n]/g : /\\[\s\S]|"|[\r\n]/g;
  token.lastIndex = start + 1;
  for (let match = token.exec(text); match !== null && match.index < reach.end; match = token.exec(text)) {
    if (match[0] === quote) return afterQuote(text, start, match.index + 1);
    if (match[0].startsWith("\\") && !ESCAPE.test(text.slice(match.index, match.index + 10))) {
      const value = { start, end: line.start + line.text.trimEnd().length };
      return {
        kind: "fault",
        fault: { code: "badEscape", hide: "value", start: match.index, end: match.index + 2, value },
      };
    }
    if (/[\r\n]/.test(match[0]) && isNextKey(text, match.index + 1, reach)) break;
  }
  const value = { start, end: line.start + line.text.trimEnd().length };
  return { kind: "fault", fault: { code: "unclosedQuote", hide: "value", start, end: start + 1, value } };
}

function afterQuote(text: string, start: number, end: number): ValueScan {
  const rest = /[^\r\n]*/.exec(text.slice(end))?.[0] ?? "";
  if (/^\s*(?:#.*)?$/.test(rest) && !/^#/.test(rest)) return { kind: "closed", end };
  const tail = rest.trimEnd();
  const at = end + tail.length - tail.trimStart().length;
  const value = { start, end: end + tail.length };
  return { kind: "fault", fault: { code: "textAfterQuote", hide: "value", start: at, end: end + tail.length, value } };
}

function scanBrackets(text: string, start: number, line: Line, reach: Reach): ValueScan {
  const token = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'|(?<=[[{,:]\s*)["']|[[\]{}]|[\r\n]/g;
  token.lastIndex = start;
  let depth = 0;
  const unclosed = (at: number, code: Fault["code"]): ValueScan => ({
    kind: "fault",
    fault: {
      code,
      hide: "value",
      start: at,
      end: at + 1,
      value: { start, end: line.start + line.text.trimEnd().length },
    },
  });
  for (let match = token.exec(text); match !== null && match.index < reach.end; match = token.exec(text)) {
    const found = match[0];
    if (found === "'" || found === '"') return unclosed(match.index, "unclosedQuote");
    if (found === "[" || found === "{") depth++;
    else if (found === "]" || found === "}") depth--;
    else if (/^[\r\n]/.test(found) && isNextKey(text, match.index + 1, reach)) break;
    else if (/^["']/.test(found) && match.index + found.length > reach.end)
      return unclosed(match.index, "unclosedQuote");
    if (depth > 0) continue;
    const end = match.index + 1;
    const rest = /[^\r\n]*/.exec(text.slice(end))?.[0].trimEnd() ?? "";
    if (/^\s*(?:#.*)?$/.test(rest)) return { kind: "closed", end };
    const value = { start, end: end + rest.length };
    return { kind: "fault", fault: { code: "textAfterBracket", hide: "value", start, end: value.end, value } };
  }
  return unclosed(start, "unclosedBracket");
}

/** Whether the line at an offset is the next key of the mapping that holds the value. */
function isNextKey(text: string, offset: number, reach: Reach): boolean {
  for (const line of linesOf(text, offset, reach.end)) {
    if (line.text.trim() === "") continue;
    const indent = indentOf(line.text);
    return indent <= reach.keyIndent && (KEY.test(line.text.slice(indent)) || /^-\s/.test(line.text.slice(indent)));
  }
  return false;
}
