import { indentOf, linesOf } from "../lines.ts";
import type { Span } from "../span.ts";
import { isItem, KEY } from "../yamlLine.ts";

// Quotes and brackets, read character by character: a regular expression would go back over a long text again and again.

/** How far a value may reach: the end of the entry, and the indentation of its key, at which the next key would stand. */
export interface Reach {
  readonly end: number;
  readonly keyIndent: number;
}

/** Where a quoted or bracketed value ends, or what in it is never closed and where it certainly is over. */
export type Closing =
  | { readonly kind: "closed"; readonly end: number }
  | { readonly kind: "open"; readonly opener: number; readonly end: number };

/** Finds the end of the value that opens with a quote or a bracket at `start`. The next key ends it in any case. */
export function closingOf(text: string, start: number, reach: Reach): Closing {
  return isQuote(text[start]) ? closingQuote(text, start, reach) : closingBracket(text, start, reach);
}

export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

export function isOpeningBracket(character: string | undefined): boolean {
  return character === "[" || character === "{";
}

function closingQuote(text: string, start: number, reach: Reach): Closing {
  const quote = text[start];
  for (let at = start + 1; at < reach.end; at++) {
    const character = text[at];
    if (character === "\\" && quote === '"') at++;
    else if (character === quote) {
      if (quote === '"' || text[at + 1] !== "'") return { kind: "closed", end: at + 1 };
      at++;
    }
    if (isLineBreak(text[at]) && isNextKey(text, at + 1, reach)) return { kind: "open", opener: start, end: at };
  }
  return { kind: "open", opener: start, end: reach.end };
}

function closingBracket(text: string, start: number, reach: Reach): Closing {
  let depth = 0;
  let before: string | undefined;
  for (let at = start; at < reach.end; at++) {
    const character = text[at] ?? "";
    if (isLineBreak(character)) {
      if (isNextKey(text, at + 1, reach)) return { kind: "open", opener: start, end: at };
    } else if (character === "#" && /\s/.test(text[at - 1] ?? "")) {
      while (at + 1 < reach.end && !isLineBreak(text[at + 1])) at++;
    } else if (isQuote(character) && mayStartValue(before)) {
      const quote = closingQuote(text, at, reach);
      if (quote.kind === "open") return quote;
      at = quote.end - 1;
    } else if (isOpeningBracket(character)) {
      depth++;
    } else if ((character === "]" || character === "}") && --depth === 0) {
      return { kind: "closed", end: at + 1 };
    }
    if (!/\s/.test(character)) before = character;
  }
  return { kind: "open", opener: start, end: reach.end };
}

/** A value in quotes or brackets, and what in it is no plain text. */
export interface ValueOutline extends Span {
  /** The texts in quotes, with their quotes. */
  readonly quoted: readonly Span[];
  readonly comments: readonly Span[];
}

/** Tells the texts in quotes and the comments of a value that is closed. */
export function outlineOf(text: string, { start, end }: Span): ValueOutline {
  const quoted: Span[] = [];
  const comments: Span[] = [];
  let before: string | undefined = ":";
  for (let at = start; at < end; at++) {
    const from = at;
    const character = text[at] ?? "";
    if (isQuote(character) && mayStartValue(before)) {
      const quote = closingQuote(text, at, { end, keyIndent: -1 });
      quoted.push({ start: from, end: quote.end });
      at = quote.end - 1;
    } else if (character === "#" && /\s/.test(text[at - 1] ?? "")) {
      while (at < end && !isLineBreak(text[at])) at++;
      comments.push({ start: from, end: at });
      continue;
    }
    if (!/\s/.test(character)) before = character;
  }
  return { start, end, quoted, comments };
}

/** Whether a value may start behind a character; elsewhere a quote is text, as in `it's`. */
function mayStartValue(before: string | undefined): boolean {
  return before !== undefined && "[{,:".includes(before);
}

/** Whether the line at an offset is the next key, or the next item, of the collection that holds the value. */
function isNextKey(text: string, offset: number, reach: Reach): boolean {
  for (const line of linesOf(text, offset, reach.end)) {
    const indent = indentOf(line.text);
    const rest = line.text.slice(indent);
    return indent <= reach.keyIndent && (KEY.test(rest) || isItem(rest));
  }
  return false;
}

function isLineBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
