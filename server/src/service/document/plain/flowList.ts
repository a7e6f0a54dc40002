import type { Node, Scalar, Sequence } from "../node.ts";
import { readDoubleQuoted, readSingleQuoted } from "./quoted.ts";
import { codeAt, isLineEnd, type PlainSource, skipSpaces } from "./source.ts";
import { startsUnquoted, unquotedScalar } from "./unquoted.ts";

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const CLOSING_BRACKET = 93;

/** What would need a closer look in an unquoted item. */
const DOUBTFUL: ReadonlySet<number> = new Set(Array.from("[{}:#", (one) => one.charCodeAt(0)));

/** Nothing is deep enough to go on. */
const ON_ONE_LINE = Number.POSITIVE_INFINITY;

/** Reads a list in brackets that is on one line and holds nothing but scalars. `undefined` where it does not. */
export function readFlowList(source: PlainSource): Sequence | undefined {
  const start = source.at++;
  const items: Node[] = [];
  skipSpaces(source);
  while (codeAt(source, source.at) !== CLOSING_BRACKET) {
    const item = readItem(source);
    if (item === undefined) return undefined;
    items.push(item);
    skipSpaces(source);
    const code = codeAt(source, source.at);
    if (code === CLOSING_BRACKET) break;
    if (code !== COMMA) return undefined;
    source.at++;
    skipSpaces(source);
  }
  source.at++;
  return { kind: "sequence", style: "flow", isInFlow: false, items, start, end: source.at };
}

function readItem(source: PlainSource): Scalar | undefined {
  const code = codeAt(source, source.at);
  if (code === SINGLE_QUOTE) return readSingleQuoted(source, ON_ONE_LINE);
  if (code === DOUBLE_QUOTE) return readDoubleQuoted(source, ON_ONE_LINE);
  return code !== DASH && startsUnquoted(source) ? readUnquotedItem(source) : undefined;
}

function readUnquotedItem(source: PlainSource): Scalar | undefined {
  const start = source.at;
  let end = start;
  for (;;) {
    const code = codeAt(source, source.at);
    if (code === COMMA || code === CLOSING_BRACKET) break;
    if (isLineEnd(code) || DOUBTFUL.has(code)) return undefined;
    source.at++;
    if (code !== SPACE) end = source.at;
  }
  return unquotedScalar(source.text.slice(start, end), { start, end }, source);
}
