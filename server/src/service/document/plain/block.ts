import type { Mapping, Node, Pair, Scalar, Sequence } from "../node.ts";
import { readFlowList } from "./flowList.ts";
import { readDoubleQuoted, readSingleQuoted } from "./quoted.ts";
import { codeAt, endsText, isBlank, isItemAt, type PlainSource, skipSpaces, toNextLine, toText } from "./source.ts";
import { readUnquoted, unquotedScalar } from "./unquoted.ts";

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COLON = 58;
const OPENING_BRACKET = 91;

/**
 * Reads a key, its value and the lines below that belong to it, up to the next line with text.
 *
 * @param indent the column of the key
 * @returns `undefined` where anything is of another shape
 */
export function readPair(source: PlainSource, indent: number): Pair | undefined {
  const start = source.at;
  const end = keyEnd(source);
  if (end === undefined) return undefined;
  const key = unquotedScalar(source.text.slice(start, end), { start, end }, source);
  source.at = end + 1;
  const value = endsText(source, source.at) ? readBelow(source, indent) : readOnLine(source, indent);
  return value && { key, value, style: "block", start, end: value.end };
}

/** The value below a key; an empty one where the next line with text does not belong to the key. */
function readBelow(source: PlainSource, indent: number): Node | undefined {
  const behindColon = source.at;
  toNextLine(source);
  const below = toText(source);
  if (below === undefined) return undefined;
  if (below >= indent && isItemAt(source, source.at + below)) return readList(source, below);
  if (below <= indent) return unquotedScalar("", { start: behindColon, end: behindColon }, source);
  source.at += below;
  return keyEnd(source) === undefined ? readScalar(source, indent) : readMapping(source, below);
}

/** @param indent the column of the first key, which stands here */
export function readMapping(source: PlainSource, indent: number): Mapping | undefined {
  const { at: start } = source;
  const pairs: Pair[] = [];
  for (let end = start; ; ) {
    const pair = readPair(source, indent);
    if (pair === undefined) return undefined;
    pairs.push(pair);
    end = pair.end;
    const next = toText(source);
    if (next === undefined || next > indent) return undefined;
    if (next < indent) return { kind: "mapping", style: "block", pairs, start, end };
    source.at += next;
  }
}

/**
 * A list, up to the next line that starts no item of it.
 *
 * @param indent the column of the dashes; the line of the first starts here
 */
export function readList(source: PlainSource, indent: number): Sequence | undefined {
  const start = source.at + indent;
  const items: Node[] = [];
  for (let end = start; ; ) {
    const lineStart = source.at;
    source.at += indent + 1;
    skipSpaces(source);
    const column = source.at - lineStart;
    const item = keyEnd(source) === undefined ? readScalar(source, indent) : readMapping(source, column);
    if (item === undefined) return undefined;
    items.push(item);
    end = item.end;
    const next = toText(source);
    if (next === undefined || next > indent) return undefined;
    if (next < indent || !isItemAt(source, source.at + next))
      return { kind: "sequence", style: "block", isInFlow: false, items, start, end };
  }
}

function readOnLine(source: PlainSource, indent: number): Node | undefined {
  skipSpaces(source);
  return readScalar(source, indent);
}

/** A scalar or a list in brackets, and the rest of its line, on which nothing but a comment may follow. */
function readScalar(source: PlainSource, indent: number): Node | undefined {
  const value = readFlow(source, indent);
  if (value === undefined || !endsText(source, source.at)) return undefined;
  toNextLine(source);
  return value;
}

function readFlow(source: PlainSource, indent: number): Scalar | Sequence | undefined {
  switch (codeAt(source, source.at)) {
    case SINGLE_QUOTE:
      return readSingleQuoted(source, indent);
    case DOUBLE_QUOTE:
      return readDoubleQuoted(source, indent);
    case OPENING_BRACKET:
      return readFlowList(source);
    default:
      return readUnquoted(source, indent);
  }
}

/** Longer ones are no keys that anybody writes, and from 1024 on none for YAML. */
const LONGEST_KEY = 100;

/** Where the key that starts here ends, in front of its colon. `undefined` where no plain one does. */
export function keyEnd(source: PlainSource): number | undefined {
  const start = source.at;
  if (!isKeyStart(codeAt(source, start))) return undefined;
  let end = start + 1;
  while (isKeyPart(codeAt(source, end))) end++;
  const isKey = codeAt(source, end) === COLON && isBlank(codeAt(source, end + 1));
  return isKey && end - start <= LONGEST_KEY ? end : undefined;
}

/** A letter or an underscore. */
function isKeyStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** One of these, a digit or a dash. */
function isKeyPart(code: number): boolean {
  return isKeyStart(code) || (code >= 48 && code <= 57) || code === 45;
}
