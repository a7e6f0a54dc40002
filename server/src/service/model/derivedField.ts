import { isEqual, isJsonObject, type JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import type { Community } from "./community.ts";
import type { Assets } from "./images/assets.ts";

/** What a derivation may look at. */
export interface Facts {
  /** The file's name without `.md`. */
  readonly stem: string;
  /** Where the file is below the site's root, with `/` between folders; absent where that does not matter. */
  readonly path?: string;
  readonly community: Community | undefined;
  /** The files that the article may name. */
  readonly assets: Assets;
  /** The value of a key as the author wrote it. */
  value(path: Path): JsonValue | undefined;
}

/**
 * A key whose value follows from others, from the file's place or from the model. The one function says what is expected
 * in diagnostics, writes it in quick fixes, completes it and explains it in the hover.
 */
export interface DerivedField {
  readonly path: readonly string[];
  /** The keys it follows from, as dotted names. */
  readonly inputs: readonly string[];
  /** Whether a rule of its own compares it, more finely than as a whole. */
  readonly ownRule?: true;
  /** Whether it must stand wherever its value is known, though its schema does not ask for it. */
  readonly mustStand?: true;
  /** How it follows, in Markdown, one sentence. */
  readonly explanation: string;
  /** The value it should have; `undefined` while what it follows from is not known. */
  derive(facts: Facts): JsonValue | undefined;
  /** Whether another value than the expected one will do. */
  accepts?(actual: JsonValue, expected: JsonValue): boolean;
  /** The value that its one input must have had, where that is missing. */
  restore?(actual: JsonValue): JsonValue | undefined;
  /** Whether more than the text must change, as where a file would have to get another name: then an author decides. */
  needsAuthor?(facts: Facts): boolean;
  /** A text with the expected one in the place of the wrong one, where it may hold more; else the expected value. */
  correct?(actual: string, expected: JsonValue): JsonValue;
}

/** Whether a value is the one that is expected, or does as well. */
export function agrees(field: DerivedField, actual: JsonValue, expected: JsonValue): boolean {
  return isEqual(actual, expected) || field.accepts?.(actual, expected) === true;
}

/**
 * Whether a value holds all that is expected: the same texts to a reader, lists of the same length, mappings with at least
 * the expected keys.
 */
export function covers(actual: JsonValue, expected: JsonValue): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((item, index) => covers(actual[index] ?? null, item));
  }
  if (!isJsonObject(expected)) return actual === expected || looksAlike(actual, expected);
  return (
    isJsonObject(actual) &&
    Object.entries(expected).every(([key, value]) => Object.hasOwn(actual, key) && covers(actual[key] ?? null, value))
  );
}

/** A fact that is text and not empty. */
export function textOf(facts: Facts, path: Path): string | undefined {
  const value = facts.value(path);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Whether two texts look the same to a reader: composed letters and spaces that do not break count as the plain ones. */
export function looksAlike(a: JsonValue, b: JsonValue): boolean {
  return typeof a === "string" && typeof b === "string" && (a === b || plain(a) === plain(b));
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/[\u00A0\u202F]/g, " ");
}
