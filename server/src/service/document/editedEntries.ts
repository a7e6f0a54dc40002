import { entriesFrom, entryStarts } from "./entries.ts";
import { movedSpan, type Span } from "./span.ts";

/** A text that was cut into entries before. */
export interface CutBefore {
  readonly text: string;
  /** Its top-level entries. */
  readonly entries: readonly Span[];
  /** The lines that could not be read. */
  readonly broken: readonly Span[];
}

/** What is the same in the contents of two texts. */
export interface CommonEnds {
  /** Where it ends in both, from the start of the content on. */
  readonly ahead: number;
  /** Where it starts in the later text, up to the end of the content. */
  readonly behind: number;
  /** How many characters later that is than in the earlier one. */
  readonly by: number;
}

export function commonEnds(before: CutBefore, text: string, content: Span): CommonEnds {
  const { text: old } = before;
  const by = content.end - (before.entries.at(-1)?.end ?? 0);
  const end = Math.min(content.end, content.end - by);
  let ahead = content.start;
  while (ahead < end && old.charCodeAt(ahead) === text.charCodeAt(ahead)) ahead++;
  let behind = content.end;
  const start = ahead + Math.max(0, by);
  while (behind > start && old.charCodeAt(behind - by - 1) === text.charCodeAt(behind - 1)) behind--;
  return { ahead, behind, by };
}

/**
 * The entries of an edited text, looked for where it was edited alone: from the last entry that starts in front of the edit
 * to the first one behind it.
 *
 * @returns `undefined` where what stands elsewhere may be cut otherwise, too
 */
export function editedEntries(
  text: string,
  content: Span,
  { before, same }: { readonly before: CutBefore; readonly same: CommonEnds },
): readonly Span[] | undefined {
  const { entries: old, broken } = before;
  const { ahead, behind, by } = same;
  const edited = old.findLastIndex(({ start }) => start < ahead);
  const start = old[edited]?.start;
  // An indented block has its outermost column from all of its lines.
  if (start === undefined || start < content.start || text[old[0]?.start ?? 0] === " ") return undefined;
  // Where a quote that is open above ends, the edit may have to say.
  if (broken.some((lines) => lines.start < start)) return undefined;
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
