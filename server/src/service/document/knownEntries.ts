import type { Mapping, Node, Pair, Scalar } from "./node.ts";
import { overlaps, type Span } from "./span.ts";

/** A text that was read before, and what was read in it. */
export interface ReadBefore {
  readonly text: string;
  /** Its top-level entries. */
  readonly entries: readonly Span[];
  readonly root: Mapping | undefined;
  /** The lines that could not be read. */
  readonly broken: readonly Span[];
}

/** What was read in the entries of a text, by the text of each: an edit changes one entry, and the others are the same. */
export interface KnownEntries {
  /** The pairs of an entry, with offsets from where it stands now; `undefined` where its text is new. */
  pairsOf(text: string, entry: Span): readonly Pair[] | undefined;
}

/**
 * Anchors and aliases tie entries together; directives, document markers and a lone `?` or `:` speak of more than one. A
 * byte order mark is text, but for a reader at the start of what it is given.
 */
const TIE = /\uFEFF|(?:^|[\s[{,:-])[&*]\S|^(?:%|\.\.\.|[ \t]*[:?](?:\s|$))/m;

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

export function knownEntries({ text, entries, root, broken }: ReadBefore): KnownEntries {
  const known = new Map<string, { readonly start: number; readonly pairs: readonly Pair[] }>();
  const pairs = root?.pairs ?? [];
  let next = 0;
  for (const entry of entries) {
    const own: Pair[] = [];
    for (let pair = pairs[next]; pair !== undefined && pair.start < entry.end; pair = pairs[++next]) own.push(pair);
    // A key may reach over broken lines below its entry.
    const isWhole = own.length > 0 && (own.at(-1)?.end ?? 0) <= entry.end;
    if (isWhole && !broken.some((lines) => overlaps(lines, entry))) {
      known.set(text.slice(entry.start, entry.end), { start: entry.start, pairs: own });
    }
  }
  return {
    pairsOf(newText, entry) {
      const same = known.get(newText.slice(entry.start, entry.end));
      if (same === undefined || same.start === entry.start) return same?.pairs;
      return same.pairs.map((pair) => movedPair(pair, entry.start - same.start));
    },
  };
}

function movedPair(pair: Pair, by: number): Pair {
  return { ...pair, key: movedScalar(pair.key, by), value: movedNode(pair.value, by), ...moved(pair, by) };
}

/** The same node some characters further on. */
export function movedNode(node: Node, by: number): Node {
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

/** The same some characters further on. */
export function movedSpan<Spanned extends Span>(spanned: Spanned, by: number): Spanned {
  return { ...spanned, ...moved(spanned, by) };
}
