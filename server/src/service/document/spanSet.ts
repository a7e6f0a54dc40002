import { overlaps, type Span } from "./span.ts";

/** Stretches of a text, none touching another but those that were added together. */
export interface SpanSet {
  /** Whether a span shares a character with one of them, or touches one where either is empty. */
  readonly touches: (span: Span) => boolean;
  readonly add: (span: Span) => void;
}

/** Keeps spans in order, so that only the neighbours of a span need a look. */
export function createSpanSet(): SpanSet {
  const spans: Span[] = [];
  /** The number of spans that start before an offset or at it. */
  const countUpTo = (offset: number): number => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    touches(span) {
      for (let index = countUpTo(span.end) - 1; index >= 0; index--) {
        const other = spans[index];
        if (other === undefined || other.end < span.start) return false;
        if (overlaps(span, other)) return true;
      }
      return false;
    },
    add(span) {
      spans.splice(countUpTo(span.start), 0, { start: span.start, end: span.end });
    },
  };
}
