import type { Scalar } from "../node.ts";
import { readEscape } from "./escape.ts";
import { foldLine } from "./folding.ts";
import { codeAt, isLineEnd, type PlainSource } from "./source.ts";

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/**
 * Reads text in single quotes, with the lines on which it goes on.
 *
 * @param indent of what it is in
 * @returns `undefined` where it is not closed
 */
export function readSingleQuoted(source: PlainSource, indent: number): Scalar | undefined {
  return readQuoted(source, indent, SINGLE_QUOTE);
}

/** The same for text in double quotes. */
export function readDoubleQuoted(source: PlainSource, indent: number): Scalar | undefined {
  return readQuoted(source, indent, DOUBLE_QUOTE);
}

function readQuoted(source: PlainSource, indent: number, quote: number): Scalar | undefined {
  const start = source.at++;
  let text = "";
  let from = source.at;
  while (source.at < source.end) {
    const code = codeAt(source, source.at);
    if (code === quote) {
      text += source.text.slice(from, source.at++);
      if (quote === DOUBLE_QUOTE || codeAt(source, source.at) !== SINGLE_QUOTE) {
        const style = quote === DOUBLE_QUOTE ? "double" : "single";
        return { kind: "scalar", style, value: text, text, start, end: source.at };
      }
      // Two stand for one.
      from = source.at++;
    } else if (isLineEnd(code)) {
      text += withoutSpacesBehind(source.text.slice(from, source.at));
      const fold = foldLine(source, indent);
      if (fold === undefined) return undefined;
      text += fold;
      from = source.at;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      text += source.text.slice(from, source.at);
      const escaped = readEscape(source, indent);
      if (escaped === undefined) return undefined;
      text += escaped;
      from = source.at;
    } else {
      source.at++;
    }
  }
  return undefined;
}

/** By hand, because a regular expression would look for the end from each space anew. */
function withoutSpacesBehind(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(0, end);
}
