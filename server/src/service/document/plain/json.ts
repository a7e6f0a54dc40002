import type { Mapping, Node, Pair, Scalar, Sequence } from "../node.ts";
import { readDoubleQuoted } from "./quoted.ts";
import { codeAt, isBlank, type PlainSource } from "./source.ts";
import { unquotedScalar } from "./unquoted.ts";

const DOUBLE_QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;

/** So many values are read before others go first. */
const AT_ONCE = 5000;

/** Longer keys are none for YAML. */
const LONGEST_KEY = 1000;

/** JSON strings end on their line. */
const ON_ONE_LINE = Number.POSITIVE_INFINITY;

/** An object or a list that is still open. */
type Open = {
  readonly start: number;
  /** The key whose value comes next. */
  key: Scalar | undefined;
} & ({ readonly kind: "mapping"; readonly pairs: Pair[] } | { readonly kind: "sequence"; readonly items: Node[] });

/**
 * Reads JSON (RFC 8259), which YAML knows as well, but for tabs. It may be long: now and then it yields.
 *
 * @returns `undefined` where it is anything else, as YAML in brackets is
 */
export function* readJson(source: PlainSource): Generator<void, Mapping | Sequence | undefined> {
  const open: Open[] = [];
  let isValueWanted = true;
  for (let done = 1; ; done++) {
    if (done % AT_ONCE === 0) yield;
    skipBlanks(source);
    const code = codeAt(source, source.at);
    const parent = open.at(-1);
    if (isValueWanted) {
      if (parent?.kind === "mapping" && parent.key === undefined) {
        parent.key = readKey(source);
        if (parent.key === undefined) return undefined;
      } else if (code === OPENING_BRACE || code === OPENING_BRACKET) {
        const start = source.at++;
        const kind = code === OPENING_BRACE ? "mapping" : "sequence";
        open.push(
          kind === "mapping" ? { kind, start, key: undefined, pairs: [] } : { kind, start, key: undefined, items: [] },
        );
        skipBlanks(source);
        isValueWanted = codeAt(source, source.at) !== closerOf(kind);
      } else {
        const value = parent === undefined ? undefined : readValue(source);
        if (parent === undefined || value === undefined) return undefined;
        add(parent, value);
        isValueWanted = false;
      }
    } else if (parent === undefined) {
      return undefined;
    } else if (code === COMMA) {
      source.at++;
      isValueWanted = true;
    } else if (code === closerOf(parent.kind)) {
      source.at++;
      open.pop();
      const node = closed(parent, source.at, open.length > 0);
      const outer = open.at(-1);
      if (outer === undefined) {
        skipBlanks(source);
        return source.at === source.end ? node : undefined;
      }
      add(outer, node);
    } else {
      return undefined;
    }
  }
}

function closerOf(kind: Open["kind"]): number {
  return kind === "mapping" ? CLOSING_BRACE : CLOSING_BRACKET;
}

function closed(collection: Open, end: number, isInFlow: boolean): Mapping | Sequence {
  const { start } = collection;
  return collection.kind === "mapping"
    ? { kind: "mapping", style: "flow", pairs: collection.pairs, start, end }
    : { kind: "sequence", style: "flow", isInFlow, items: collection.items, start, end };
}

function add(parent: Open, value: Node): void {
  if (parent.kind === "sequence") parent.items.push(value);
  else if (parent.key !== undefined) {
    parent.pairs.push({ key: parent.key, value, style: "flow", start: parent.key.start, end: value.end });
    parent.key = undefined;
  }
}

/** A key with its colon. */
function readKey(source: PlainSource): Scalar | undefined {
  const key = codeAt(source, source.at) === DOUBLE_QUOTE ? readDoubleQuoted(source, ON_ONE_LINE) : undefined;
  if (key === undefined || key.end - key.start > LONGEST_KEY || codeAt(source, source.at) !== COLON) return undefined;
  source.at++;
  return key;
}

function readValue(source: PlainSource): Scalar | undefined {
  if (codeAt(source, source.at) === DOUBLE_QUOTE) return readDoubleQuoted(source, ON_ONE_LINE);
  const start = source.at;
  WORD.lastIndex = start;
  const word = WORD.exec(source.text)?.[0];
  if (word === undefined) return undefined;
  source.at += word.length;
  return unquotedScalar(word, { start, end: source.at }, source);
}

/** A number or one of JSON's words, with what may stand behind it. */
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[ \r\n,\]}])/y;

function skipBlanks(source: PlainSource): void {
  while (source.at < source.end && isBlank(codeAt(source, source.at))) source.at++;
}
