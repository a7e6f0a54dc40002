import type { ReadingFault } from "../service/features/topics/import/concept.ts";

/** What a parser made of a text, or where it gave up and why. */
export type Parsed<T> = { readonly content: T } | { readonly fault: ReadingFault };
