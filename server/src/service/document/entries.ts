import { indentOf, type Line, linesOf } from "./lines.ts";
import type { Span } from "./span.ts";

/**
 * Cuts the content of front matter into its top-level entries, so that a fault in one of them costs only that one.
 * An entry starts at each line of the outermost indentation that is no comment, no list item under a key, and no
 * continuation of an open quote or bracket.
 */
export function entriesOf(text: string, content: Span): readonly Span[] {
  const starts: number[] = [];
  let base: number | undefined;
  let open: OpenValue | undefined;
  let mayHoldItems = false;
  for (const line of linesOf(text, content.start, content.end)) {
    if (isBlankOrComment(line.text)) continue;
    const indent = indentOf(line.text);
    base ??= indent;
    const rest = line.text.slice(indent);
    const looksLikeKey = KEY.test(rest);
    if (open !== undefined && !looksLikeKey) {
      open = stillOpen(open, rest);
      continue;
    }
    const goesOn = starts.length > 0 && (/^[\t\]}]/.test(rest) || (mayHoldItems && rest.startsWith("-")));
    if (indent <= base && !goesOn) {
      starts.push(line.start);
      mayHoldItems = /:\s*(?:#.*)?$/.test(rest) || /^-(?:\s|$)/.test(rest);
    }
    open = openedBy(line);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? content.end }));
}

/** A key at the start of a line's text. */
export const KEY = /^(?:"[^"]*"|'[^']*'|[^\s'"#[\]{},&*!|>%@`-][^\s:]*(?: [^\s:]+)*)\s*:(?:\s|$)/;

export function isBlankOrComment(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** A quoted or bracketed value that its line has not closed. */
type OpenValue =
  | { readonly kind: "quote"; readonly quote: string }
  | { readonly kind: "brackets"; readonly depth: number };

function openedBy(line: Line): OpenValue | undefined {
  const value = /^\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s'"[{][^:]*):\s+)?(["'[{])(.*)$/.exec(line.text);
  const opener = value?.[1];
  if (opener === undefined) return undefined;
  const rest = value?.[2] ?? "";
  if (opener === "'" || opener === '"') return stillOpen({ kind: "quote", quote: opener }, rest);
  return stillOpen({ kind: "brackets", depth: 1 }, rest);
}

function stillOpen(open: OpenValue, text: string): OpenValue | undefined {
  if (open.kind === "quote") {
    const closing = open.quote === "'" ? /^(?:[^']|'')*'(?!')/ : /^(?:[^"\\]|\\.)*"/;
    return closing.test(text) ? undefined : open;
  }
  const unquoted = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
  let depth = open.depth;
  for (const char of unquoted) {
    if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth--;
  }
  return depth > 0 ? { kind: "brackets", depth } : undefined;
}
