import type { Scalar } from "../node.ts";
import { resolvePlainScalar } from "../plainScalar.ts";
import { foldLine } from "./folding.ts";
import { codeAt, isBlank, isItemAt, isLineEnd, type PlainSource, skipSpaces } from "./source.ts";

const HASH = 35;
const DASH = 45;
const COLON = 58;

/** What unquoted text does not start with, but for a dash that is no item's. */
const INDICATORS: ReadonlySet<number> = new Set(Array.from("-?:,[]{}#&*!|>'\"%@`", (one) => one.charCodeAt(0)));

/**
 * Reads unquoted text, with the lines on which it goes on.
 *
 * @param indent of what it is in
 * @returns `undefined` where none starts here, or where it looks like a key or an item
 */
export function readUnquoted(source: PlainSource, indent: number): Scalar | undefined {
  const start = source.at;
  if (!startsUnquoted(source)) return undefined;
  let end = endOnLine(source);
  if (end === undefined) return undefined;
  let text = source.text.slice(start, end);
  for (let fold = foldText(source, indent); fold !== undefined; fold = foldText(source, indent)) {
    const from = source.at;
    end = isItemAt(source, from) ? undefined : endOnLine(source);
    if (end === undefined) return undefined;
    text += fold + source.text.slice(from, end);
  }
  source.at = end;
  return unquotedScalar(text, { start, end }, source);
}

/** @param span of the text in the document */
export function unquotedScalar(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { reader }: PlainSource,
): Scalar {
  return { kind: "scalar", style: "plain", value: resolvePlainScalar(text, reader), text, start, end };
}

export function startsUnquoted(source: PlainSource): boolean {
  const code = codeAt(source, source.at);
  if (code === DASH) return !isItemAt(source, source.at);
  return !isBlank(code) && !INDICATORS.has(code);
}

/** Goes to where the text on this line ends, before spaces and a comment. `undefined` where it has the colon of a key. */
function endOnLine(source: PlainSource): number | undefined {
  for (;;) {
    const end = source.at;
    skipSpaces(source);
    const code = codeAt(source, source.at);
    if (isLineEnd(code) || (code === HASH && source.at > end)) {
      source.at = end;
      return end;
    }
    if (code === COLON && isBlank(codeAt(source, source.at + 1))) return undefined;
    source.at++;
  }
}

/** As `foldLine`; a comment ends the text, beside it as well as below. */
function foldText(source: PlainSource, indent: number): string | undefined {
  skipSpaces(source);
  if (!isLineEnd(codeAt(source, source.at))) return undefined;
  const fold = foldLine(source, indent);
  return codeAt(source, source.at) === HASH ? undefined : fold;
}
