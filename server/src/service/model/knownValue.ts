import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { derivedFieldAt } from "./archetype.ts";
import { expectedValue, isUnsure } from "./article.ts";
import { type Schema, schemaAt } from "./schema.ts";
import type { StructuredDocument } from "./structuredDocument.ts";

/**
 * The only value a key can have: derived, or the one the schema allows, or the neutral or least one to start from; of a
 * mapping that whose values are all known.
 */
export function knownValue(article: StructuredDocument, path: Path): JsonValue | undefined {
  const field = derivedFieldAt(article.archetype, path);
  const schema = schemaAt(article.archetype.schema, path);
  const contained = schema?.contains?.const;
  const least = contained === undefined ? undefined : [contained];
  const known = (field && expectedValue(article, field)) ?? schema?.const ?? schema?.default ?? least;
  return known ?? restored(article, path) ?? (schema && knownMapping(article, path, schema));
}

/** The value of a key, read off another that follows from it. */
function restored(article: StructuredDocument, path: Path): JsonValue | undefined {
  const key = path.join(".");
  for (const { path: copy, inputs, restore } of article.archetype.derivedFields) {
    if (restore === undefined || inputs.length !== 1 || inputs[0] !== key || isUnsure(article, copy)) continue;
    const value = article.value(copy);
    if (value !== undefined) return restore(value);
  }
  return undefined;
}

/** A mapping with the keys it must have, where all their values are known. */
function knownMapping(article: StructuredDocument, path: Path, { required = [] }: Schema): JsonValue | undefined {
  const entries = required.map((key) => [key, knownValue(article, [...path, key])] as const);
  const isKnown = entries.length > 0 && entries.every(([, value]) => value !== undefined);
  return isKnown ? Object.fromEntries(entries.map(([key, value]) => [key, value ?? null])) : undefined;
}
