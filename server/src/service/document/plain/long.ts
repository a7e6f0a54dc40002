import type { Mapping, Node, Pair, Sequence } from "../node.ts";
import type { Span } from "../span.ts";
import { keyEnd, readList, readMapping } from "./block.ts";
import { codeAt, endsText, isItemAt, type PlainSource, skipSpaces, toNextLine, toText } from "./source.ts";
import { unquotedScalar } from "./unquoted.ts";

/** How a long text is read. */
export interface LongSource extends PlainSource {
  /** How much is read at once, in UTF-16 code units. */
  readonly atOnce: number;
  /** Reads an item of a list, whole lines, that has another shape; `undefined` where nobody can. */
  readonly readOther: (item: Span) => Node | undefined;
}

/**
 * Reads a mapping with long lists in it, a stretch at a time; between two stretches it yields.
 *
 * @param indent the column of the first key, which stands here
 * @returns the mapping, `undefined` where something that is no item of a list is of another shape
 */
export function* readLongMapping(source: LongSource, indent: number): Generator<void, Mapping | undefined> {
  const start = source.at;
  const pairs: Pair[] = [];
  for (const stretch of stretchesOf(source, indent, "mapping")) {
    const part = { ...source, ...stretch };
    // The first key may stand behind the dash of an item.
    if (pairs.length > 0) part.at += indent;
    const read = stretch.isOne ? yield* readLongPair(part, indent) : readMapping(part, indent)?.pairs;
    if (read === undefined || toText(part) !== -1) return undefined;
    for (const pair of read) pairs.push(pair);
    source.at = stretch.end;
    yield;
  }
  const end = pairs.at(-1)?.end;
  return end === undefined ? undefined : { kind: "mapping", style: "block", pairs, start, end };
}

/** A pair whose value is a long list or mapping below its key, or any other. */
function* readLongPair(source: LongSource, indent: number): Generator<void, readonly Pair[] | undefined> {
  const start = source.at;
  const end = keyEnd(source);
  if (end === undefined) return undefined;
  if (!endsText(source, end + 1)) return readMapping(source, indent)?.pairs;
  const key = unquotedScalar(source.text.slice(start, end), { start, end }, source);
  toNextLine(source);
  const below = toText(source);
  if (below === undefined || below < indent) return undefined;
  let value: Node | undefined;
  if (isItemAt(source, source.at + below)) value = yield* readLongList(source, below);
  else {
    source.at += below;
    value = below > indent && keyEnd(source) !== undefined ? yield* readLongMapping(source, below) : undefined;
  }
  return value && [{ key, value, style: "block", start, end: value.end }];
}

/** @param indent the column of the dashes; the line of the first starts here */
function* readLongList(source: LongSource, indent: number): Generator<void, Sequence | undefined> {
  const start = source.at + indent;
  const items: Node[] = [];
  for (const stretch of stretchesOf(source, indent, "sequence")) {
    const part = { ...source, ...stretch };
    const read = stretch.isOne ? yield* readLongItem(part, indent) : readList(part, indent)?.items;
    const isRead = read !== undefined && toText(part) === -1;
    for (const item of isRead ? read : readEach({ ...source, ...stretch }, indent)) {
      if (item === undefined) return undefined;
      items.push(item);
    }
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
  if (keyEnd(source) === undefined) return undefined;
  const item = yield* readLongMapping(source, source.at - lineStart);
  return item && [item];
}

/** The items of a stretch, each by itself, and those of another shape in the other way. */
function* readEach(source: LongSource, indent: number): Generator<Node | undefined> {
  const starts = siblingsOf(source, indent, "sequence").starts;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? source.end;
    const part = { ...source, at: start, end };
    const [item] = readList(part, indent)?.items ?? [];
    yield item !== undefined && toText(part) === -1 ? item : source.readOther({ start, end });
  }
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
