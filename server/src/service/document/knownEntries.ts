import { entriesFrom, entriesOf, entryStarts } from "./entries.ts";
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

/** The entries of an edited text: an edit changes one or a few, and the others are the same as before. */
export interface KnownEntries {
  readonly entries: readonly Span[];
  /** The pairs of the entry at an index, with offsets from where it stands now; `undefined` where its text is new. */
  pairsOf(index: number): readonly Pair[] | undefined;
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

/**
 * Tells what an edited text has in common with the one before, and cuts it into entries where it differs. That gives what
 * `entriesOf` gives; an author changes one place at a time, and the rest need not be looked at again.
 */
export function knownEntries(text: string, content: Span, before: ReadBefore): KnownEntries {
  const by = text.length - before.text.length;
  const same = commonEnds(before.text, text);
  const entries = editedEntries(text, content, { before, same }) ?? entriesOf(text, content);
  const old = before.entries;
  const added = entries.length - old.length;
  const behind = text.length - same.behind;
  let kept = 0;
  while (isAt(old[kept], entries[kept], 0) && (entries[kept]?.end ?? 0) <= same.ahead) kept++;
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

/** How many characters two texts have in common at their starts and, behind these, at their ends. */
interface CommonEnds {
  readonly ahead: number;
  readonly behind: number;
}

function commonEnds(a: string, b: string): CommonEnds {
  const most = Math.min(a.length, b.length);
  let ahead = 0;
  while (ahead < most && a.charCodeAt(ahead) === b.charCodeAt(ahead)) ahead++;
  let behind = 0;
  while (behind < most - ahead && a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)) behind++;
  return { ahead, behind };
}

/**
 * The entries of an edited text, looked for where it was edited alone: from the last entry that starts in front of the edit
 * to the first one behind it.
 *
 * @returns `undefined` where what stands elsewhere may be cut otherwise, too
 */
function editedEntries(
  text: string,
  content: Span,
  { before, same }: { readonly before: ReadBefore; readonly same: CommonEnds },
): readonly Span[] | undefined {
  const { entries: old, broken } = before;
  const by = text.length - before.text.length;
  const edited = old.findLastIndex(({ start }) => start < same.ahead);
  const start = old[edited]?.start;
  // An indented block has its outermost column from all of its lines.
  if (start === undefined || start < content.start || text[old[0]?.start ?? 0] === " ") return undefined;
  if (old.at(-1)?.end !== content.end - by) return undefined;
  // Where a quote that is open above ends, the edit may have to say.
  if (broken.some((lines) => lines.start < start)) return undefined;
  const behind = text.length - same.behind;
  let next: number | undefined;
  const isKnown = (offset: number): boolean => {
    // Whether a line with a dash starts an entry depends on what is above it.
    if (offset < behind || text[offset] === "-") return false;
    const index = indexOfStart(old, offset - by);
    if (index > edited) next = index;
    return next !== undefined;
  };
  const starts = entryStarts(text, { start, end: content.end }, { base: 0, isKnown });
  const all = entriesFrom(
    next === undefined ? starts : starts.slice(0, -1),
    next === undefined ? content.end : (starts.at(-1) ?? 0),
  );
  const rest = next === undefined ? [] : old.slice(next).map((entry) => movedSpan(entry, by));
  return [...old.slice(0, edited), ...all, ...rest];
}

/** The index of the entry that starts at an offset; -1 where none does. */
function indexOfStart(entries: readonly Span[], offset: number): number {
  let [low, high] = [0, entries.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start } = entries[middle] ?? { start: 0 };
    if (start === offset) return middle;
    if (start < offset) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
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
