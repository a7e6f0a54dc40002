import { keepData } from "./data.ts";
import { type CutBefore, commonEnds, editedEntries } from "./editedEntries.ts";
import { entriesOf } from "./entries.ts";
import type { Mapping, Node, Pair, Scalar } from "./node.ts";
import { overlaps, type Span } from "./span.ts";

/** A text that was read before, and what was read in it. */
export interface ReadBefore extends CutBefore {
  readonly root: Mapping | undefined;
}

/** The entries of an edited text: an edit changes one or a few, and the others are the same as before. */
export interface KnownEntries {
  readonly entries: readonly Span[];
  /** The pairs of the entry at an index, with offsets from where it stands now; `undefined` where its text is new. */
  pairsOf(index: number): readonly Pair[] | undefined;
}

/**
 * Anchors and aliases tie entries together; directives, document markers and a lone `?` or `:` speak of more than one. A
 * byte order mark is text, but for a reader at the start of what it is given.
 *
 * It looks behind where it could look at: V8's linear engine, to which others change in a long text and which takes seconds
 * for megabytes, does not know that.
 */
const TIE = /\uFEFF|(?<![^\s[{,:-])[&*]\S|^(?:%|\.\.\.|[ \t]*[:?](?:\s|$))/m;

/** Whether entries mean the same alone as together: nothing ties them, and they stand at one column. */
export function areIndependent(text: string, entries: readonly Span[]): boolean {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined || TIE.test(text.slice(first.start, last.end))) return false;
  const column = columnIn(text, first);
  return entries.every((entry) => columnIn(text, entry) === column);
}

function columnIn(text: string, { start }: Span): number {
  let at = start;
  while (text[at] === " ") at++;
  return at - start;
}

/**
 * Tells what an edited text has in common with the one before, and cuts it into entries where it differs. That gives what
 * `entriesOf` gives; an author changes one place at a time, and the rest need not be looked at again.
 */
export function knownEntries(text: string, content: Span, before: ReadBefore): KnownEntries {
  const same = commonEnds(before, text, content);
  const { ahead, behind, by } = same;
  const entries = editedEntries(text, content, { before, same }) ?? entriesOf(text, content);
  const old = before.entries;
  const added = entries.length - old.length;
  let kept = 0;
  while (isAt(old[kept], entries[kept], 0) && (entries[kept]?.end ?? 0) <= ahead) kept++;
  let moved = entries.length;
  while (
    moved > kept &&
    isAt(old[moved - 1 - added], entries[moved - 1], by) &&
    (entries[moved - 1]?.start ?? 0) >= behind
  )
    moved--;
  const pairs = pairsByEntry(before);
  return {
    entries,
    pairsOf(index) {
      if (index < kept) return pairs[index];
      const own = index < moved ? undefined : pairs[index - added];
      return by === 0 ? own : own?.map((pair) => movedPair(pair, by));
    },
  };
}

function isAt(old: Span | undefined, entry: Span | undefined, by: number): boolean {
  return old !== undefined && entry !== undefined && old.start + by === entry.start && old.end + by === entry.end;
}

/** The pairs of each entry; `undefined` where it was not read whole. */
function pairsByEntry({ entries, root, broken }: ReadBefore): readonly (readonly Pair[] | undefined)[] {
  const pairs = root?.pairs ?? [];
  let next = 0;
  return entries.map((entry) => {
    const own: Pair[] = [];
    for (let pair = pairs[next]; pair !== undefined && pair.start < entry.end; pair = pairs[++next]) own.push(pair);
    // A key may reach over broken lines below its entry.
    const isWhole = own.length > 0 && (own.at(-1)?.end ?? 0) <= entry.end;
    return isWhole && !broken.some((lines) => overlaps(lines, entry)) ? own : undefined;
  });
}

function movedPair(pair: Pair, by: number): Pair {
  return { ...pair, key: movedScalar(pair.key, by), value: movedNode(pair.value, by), ...moved(pair, by) };
}

/** The same node some characters further on. */
export function movedNode(node: Node, by: number): Node {
  const there = movedTo(node, by);
  if (there.kind !== "scalar") keepData(node, there);
  return there;
}

function movedTo(node: Node, by: number): Node {
  switch (node.kind) {
    case "scalar":
      return movedScalar(node, by);
    case "mapping":
      return { ...node, pairs: node.pairs.map((pair) => movedPair(pair, by)), ...moved(node, by) };
    case "sequence":
      return { ...node, items: node.items.map((item) => movedNode(item, by)), ...moved(node, by) };
    case "alias":
      return { ...node, ...moved(node, by) };
  }
}

function movedScalar(scalar: Scalar, by: number): Scalar {
  return { ...scalar, ...moved(scalar, by) };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
