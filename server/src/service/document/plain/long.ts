import type { Mapping, Node, Pair, Sequence } from "../node.ts";
import type { Span } from "../span.ts";
import { keyEnd, readList, readMapping } from "./block.ts";
import { codeAt, endsText, isItemAt, type PlainSource, skipSpaces, toNextLine, toText } from "./source.ts";
import { unquotedScalar } from "./unquoted.ts";

/** How a long text is read. */
export interface LongSource extends PlainSource {
  /** How much is read at once, in UTF-16 code units. */
  readonly atOnce: number;
  /** Whether lines hold none of the characters that mean more than the shapes that are known here. */
  readonly isPlain: (lines: Span) => boolean;
  /** Reads an item of a list, whole lines, that has another shape; `undefined` where nobody can. */
  readonly readOther: (item: Span) => Node | undefined;
  /** The same for some pairs of a mapping, of which the first may stand behind the dash of an item. */
  readonly readPairs: (pairs: Span) => readonly Pair[] | undefined;
  /** Is told the places at which reading ends early, the first one first. */
  readonly giveUp: (at: number) => undefined;
}

/**
 * Reads a mapping with long lists in it, a stretch at a time; between two stretches it yields.
 *
 * @param indent the column of the first key, which stands here
 * @returns the mapping, `undefined` where something long is of another shape
 */
export function* readLongMapping(source: LongSource, indent: number): Generator<void, Mapping | undefined> {
  const start = source.at;
  const pairs: Pair[] = [];
  for (const stretch of stretchesOf(source, indent, "mapping")) {
    const part = { ...source, ...stretch };
    // The first key may stand behind the dash of an item.
    if (pairs.length > 0) part.at += indent;
    const read = stretch.isOne ? yield* readLongPair(part, indent) : plainOrOtherPairs(part, indent);
    if (read === undefined || toText(part) !== -1) return source.giveUp(part.at);
    for (const pair of read) pairs.push(pair);
    source.at = stretch.end;
    yield;
  }
  const end = pairs.at(-1)?.end;
  return end === undefined ? undefined : { kind: "mapping", style: "block", pairs, start, end };
}

/** Some short pairs. */
function plainOrOtherPairs(source: LongSource, indent: number): readonly Pair[] | undefined {
  const lines = { start: source.at, end: source.end };
  const plain = source.isPlain(lines) ? readMapping(source, indent)?.pairs : undefined;
  if (plain !== undefined && toText(source) === -1) return plain;
  source.at = source.end;
  return source.readPairs(lines);
}

/** A pair whose value is a long list or mapping below its key, or any other. */
function* readLongPair(source: LongSource, indent: number): Generator<void, readonly Pair[] | undefined> {
  const start = source.at;
  const end = keyEnd(source);
  if (end === undefined) return source.giveUp(start);
  if (!endsText(source, end + 1)) {
    const isPlain = source.isPlain({ start, end: source.end });
    return (isPlain ? readMapping(source, indent)?.pairs : undefined) ?? source.giveUp(start);
  }
  const key = unquotedScalar(source.text.slice(start, end), { start, end }, source);
  toNextLine(source);
  const below = toText(source);
  if (below === undefined || below < indent) return source.giveUp(start);
  let value: Node | undefined;
  if (isItemAt(source, source.at + below)) value = yield* readLongList(source, below);
  else {
    source.at += below;
    const isMapping = below > indent && keyEnd(source) !== undefined;
    value = isMapping ? yield* readLongMapping(source, below) : source.giveUp(source.at);
  }
  return value && [{ key, value, style: "block", start, end: value.end }];
}

/** @param indent the column of the dashes; the line of the first starts here */
function* readLongList(source: LongSource, indent: number): Generator<void, Sequence | undefined> {
  const start = source.at + indent;
  const items: Node[] = [];
  for (const stretch of stretchesOf(source, indent, "sequence")) {
    const part = { ...source, ...stretch };
    const read = stretch.isOne ? yield* readLongItem(part, indent) : yield* readShortItems(part, indent);
    if (read === undefined || toText(part) !== -1) return source.giveUp(part.at);
    for (const item of read) items.push(item);
    source.at = stretch.end;
    yield;
  }
  return { kind: "sequence", style: "block", isInFlow: false, items, start, end: items.at(-1)?.end ?? start };
}

/** An item that is a mapping with something long in it. */
function* readLongItem(source: LongSource, indent: number): Generator<void, readonly Node[] | undefined> {
  const lineStart = source.at;
  source.at += indent + 1;
  skipSpaces(source);
  if (keyEnd(source) === undefined) return source.giveUp(source.at);
  const item = yield* readLongMapping(source, source.at - lineStart);
  return item && [item];
}

/** Some short items: all at once, else each by itself, and those of another shape in the other way. */
function* readShortItems(source: LongSource, indent: number): Generator<void, readonly Node[] | undefined> {
  const together = plainItems({ ...source }, indent);
  if (together !== undefined) {
    source.at = source.end;
    return together;
  }
  const items: Node[] = [];
  const starts = siblingsOf(source, indent, "sequence").starts;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? source.end;
    const item = plainItems({ ...source, at: start, end }, indent)?.[0] ?? source.readOther({ start, end });
    if (item === undefined) return source.giveUp(start);
    items.push(item);
    source.at = end;
    if (index % OTHERS_AT_ONCE === OTHERS_AT_ONCE - 1) yield;
  }
  return items;
}

/** An item of another shape takes many times as long. */
const OTHERS_AT_ONCE = 100;

function plainItems(source: LongSource, indent: number): readonly Node[] | undefined {
  if (!source.isPlain({ start: source.at, end: source.end })) return undefined;
  const items = readList(source, indent)?.items;
  return toText(source) === -1 ? items : undefined;
}

interface Stretch {
  readonly at: number;
  readonly end: number;
  /** Whether it is one long sibling, rather than several short ones. */
  readonly isOne: boolean;
}

/** The siblings from here on in stretches of whole siblings. */
function* stretchesOf(source: LongSource, indent: number, kind: Node["kind"]): Generator<Stretch> {
  const { starts, end } = siblingsOf(source, indent, kind);
  let from = source.at;
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? end;
    if (next - start > source.atOnce) {
      if (from < start) yield { at: from, end: start, isOne: false };
      yield { at: start, end: next, isOne: true };
      from = next;
    } else if (next - from > source.atOnce || next === end) {
      yield { at: from, end: next, isOne: false };
      from = next;
    }
  }
}

/** Where the siblings start that follow here, the first of them here, and where the last ends. */
function siblingsOf(
  source: LongSource,
  indent: number,
  kind: Node["kind"],
): { readonly starts: readonly number[]; readonly end: number } {
  const { text } = source;
  const starts = [source.at];
  let end = source.end;
  for (let line = nextLine(source, source.at); line < source.end; line = nextLine(source, line)) {
    let at = line;
    while (text.charCodeAt(at) === SPACE && at - line <= indent) at++;
    const column = at - line;
    if (column > indent || isWithoutText(source, at)) continue;
    const isItem = isItemAt(source, at);
    // A list may stand at the column of the key that it belongs to.
    if (column < indent || (kind === "sequence" && !isItem)) {
      end = line;
      break;
    }
    if (kind === "sequence" || !isItem) starts.push(line);
  }
  return { starts, end };
}

function nextLine({ text, end }: LongSource, at: number): number {
  const found = text.indexOf("\n", at);
  return found === -1 || found >= end ? end : found + 1;
}

/** Whether a blank line or a comment goes on here. */
function isWithoutText(source: LongSource, at: number): boolean {
  const code = codeAt(source, at);
  return code === HASH || endsText(source, at);
}

const SPACE = 32;
const HASH = 35;
