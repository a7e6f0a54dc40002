import { distance } from "fastest-levenshtein";

/** Candidates for a misspelt text, the likeliest first. */
export interface Likeness<T> {
  readonly ranked: readonly T[];
  /** The one that was surely meant: a slip of the keys away, with no other nearly as near. */
  readonly certain: T | undefined;
}

/**
 * Ranks what may have been meant by a text.
 *
 * @param text what was written
 * @param candidates what could have been meant
 * @param nameOf the text of a candidate
 * @returns those alike enough to be worth showing, at most five; where one is clearly the best, those nearly as good
 */
export function rankByLikeness<T>(
  text: string,
  candidates: Iterable<T>,
  nameOf: (candidate: T) => string,
): Likeness<T> {
  const written = text.toLowerCase();
  const near: { candidate: T; edits: number; likeness: number }[] = [];
  for (const candidate of candidates) {
    const name = nameOf(candidate).toLowerCase();
    const longest = Math.max(name.length, written.length);
    // Edits cannot be fewer than the difference in length: most candidates fall out here.
    if (Math.abs(name.length - written.length) > longest / 2) continue;
    const { edits } = differenceOf(written, name);
    if (edits <= longest / 2) near.push({ candidate, edits, likeness: 1 - edits / longest });
  }
  near.sort((a, b) => b.likeness - a.likeness || a.edits - b.edits);
  const [best, second] = near;
  const isSlip =
    best !== undefined &&
    (best.edits <= mostSlips(Math.max(written.length, nameOf(best.candidate).length)) ||
      differenceOf(written, nameOf(best.candidate).toLowerCase()).isSwap);
  const isAlone = second === undefined || second.edits >= (best?.edits ?? 0) + 2;
  return {
    ranked: near
      .filter(({ edits }) => edits <= 2 * (best?.edits ?? 0) + 1)
      .slice(0, MOST_SHOWN)
      .map(({ candidate }) => candidate),
    certain: isSlip && isAlone ? best.candidate : undefined,
  };
}

/** Nobody reads a longer list of guesses. */
const MOST_SHOWN = 5;

/**
 * In how many letters two texts differ; two neighbouring letters that changed places, the commonest slip of all, count as one.
 * A text is compared with tens of thousands, and what most of them have in common, as a scheme, need not be looked at.
 */
function differenceOf(a: string, b: string): { readonly edits: number; readonly isSwap: boolean } {
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endOfA = a.length;
  let endOfB = b.length;
  while (endOfA > start && endOfB > start && a.charCodeAt(endOfA - 1) === b.charCodeAt(endOfB - 1)) {
    endOfA--;
    endOfB--;
  }
  const [ofA, ofB] = [a.slice(start, endOfA), b.slice(start, endOfB)];
  const isSwap = ofA.length === 2 && ofB.length === 2 && ofA === `${ofB.charAt(1)}${ofB.charAt(0)}`;
  return { edits: isSwap ? 1 : distance(ofA, ofB), isSwap };
}

/** How many wrong letters still are a slip, in a word of a given length. */
function mostSlips(length: number): number {
  if (length <= 3) return 0;
  return length <= 6 ? 1 : length <= 12 ? 2 : 3;
}
