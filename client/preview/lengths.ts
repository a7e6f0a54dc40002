import type { Words } from "./messages.ts";

/** Where the facts of an article are shown besides its own page. */
export type Card = "list" | "search" | "social";

/** How a text fits where it is shown. */
export interface Fit {
  readonly count: number;
  /** About so many characters are shown; which exactly depends on their widths. */
  readonly limit: number;
  readonly state: "missing" | "short" | "fits" | "long";
  /** What to think of it. */
  readonly advice: string;
}

/** What is cut where, in characters: what most search engines, networks and lists show of a text. */
const LIMITS: { readonly [Name in Card]: { readonly title: number; readonly description: number } } = {
  list: { title: 90, description: 240 },
  search: { title: 60, description: 160 },
  social: { title: 70, description: 200 },
};

/** Of a shorter description search engines make one of their own. */
const SHORTEST = 70;

/** Says how a title or a description fits into a card. */
export function fitOf(
  text: string,
  what: "title" | "description",
  { card, words }: { readonly card: Card; readonly words: Words },
): Fit {
  const limit = LIMITS[card][what];
  const count = lengthOf(text.trim());
  const cut = { list: words.cutInList, search: words.cutInSearch, social: words.cutInSocial }[card];
  if (count === 0) return { count, limit, state: "missing", advice: words.missing };
  if (count > limit) return { count, limit, state: "long", advice: cut };
  if (card === "search" && what === "description" && count < SHORTEST)
    return { count, limit, state: "short", advice: words.shortForSearch };
  return { count, limit, state: "fits", advice: words.fits };
}

/** What social networks want of an image: they draw it in this shape, and small below this size. */
const SOCIAL_IMAGE = { width: 1200, height: 630, least: 600, shape: 1200 / 630 };

/** Says how an image fits into a social card. */
export function imageFitOf(size: readonly [number, number] | undefined, words: Words): Pick<Fit, "state" | "advice"> {
  if (size === undefined) return { state: "short", advice: words.imageNoPixels };
  const [width, height] = size;
  if (width < SOCIAL_IMAGE.least) return { state: "short", advice: words.imageSmall };
  const shape = width / height / SOCIAL_IMAGE.shape;
  if (shape < 0.8 || shape > 1.25) return { state: "long", advice: words.imageShape };
  return { state: "fits", advice: words.imageGood };
}

/** How many characters a reader counts. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) length++;
  return length;
}
