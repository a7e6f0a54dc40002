import { isJsonObject, type JsonObject, type JsonValue, objectIn } from "../../document/jsonValue.ts";
import type { Archetype } from "../../model/archetype.ts";
import type { NewArticle } from "../../model/newArticle.ts";
import { type Schema, schemaAt, typesOf } from "../../model/schema.ts";
import { vocabularyKeys } from "../../model/terms.ts";
import { cleanAddress } from "../../model/text/cleanAddress.ts";

/** What the answers of an author say of a new article's keys, before anything follows from them. */
export function startValues(archetype: Archetype, article: NewArticle): JsonObject {
  const { title, source, topics, authors, description, image } = article;
  const [topicKey] = vocabularyKeys(archetype);
  const [imagePath] = archetype.images;
  const { schema, sameAddresses } = archetype;
  const answers: (readonly [path: readonly string[], value: JsonValue | undefined])[] = [
    [["title"], title],
    [["description"], description],
    [["author"], authors.length === 0 ? undefined : isList(schema, "author") ? authors : authors.join(", ")],
    // The first address is the one that readers follow.
    ...sameAddresses.flatMap(([link, copy], index) => {
      const address = source === undefined || index > 0 ? source : cleanAddress(source);
      return [[link.path, address] as const, [copy.path, address] as const];
    }),
    [topicKey === undefined ? [] : [topicKey], topics.length === 0 ? undefined : topics],
    [imagePath ?? [], image?.name],
  ];
  const values: { [key: string]: JsonValue } = {};
  for (const [[key, ...rest], value] of answers)
    if (key !== undefined && value !== undefined && knowsKey(schema, key)) values[key] = put(values[key], rest, value);
  const named = schema.properties?.archetype === undefined ? values : { ...values, archetype: archetype.name };
  const known = filledIn(withPlaceIn(schema, article.values ?? {}), named);
  return filledIn(known, archetype.startsWith?.(article) ?? {});
}

/** The values that a schema has a place for. */
function withPlaceIn(schema: Schema, values: JsonObject): JsonObject {
  const known = Object.entries(values).filter(([key]) => knowsKey(schema, key));
  return Object.fromEntries(
    known.map(([key, value]) => [key, isJsonObject(value) ? withPlaceIn(schemaAt(schema, [key]) ?? {}, value) : value]),
  );
}

/** What is in two mappings; where both say something, the first counts, unless it is blank there. */
export function filledIn(values: JsonObject, others: JsonObject): JsonObject {
  const merged = Object.entries(others).map(([key, other]): readonly [string, JsonValue] => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (isJsonObject(value) && isJsonObject(other)) return [key, filledIn(value, other)];
    return [key, isBlank(value) ? other : (value ?? null)];
  });
  return { ...values, ...Object.fromEntries(merged) };
}

/** Whether a value says nothing yet. */
export function isBlank(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.every(isBlank);
  return value === undefined || value === null || value === "";
}

function put(value: JsonValue | undefined, [key, ...rest]: readonly string[], leaf: JsonValue): JsonValue {
  if (key === undefined) return leaf;
  const mapping = objectIn(value);
  return { ...mapping, [key]: put(mapping[key], rest, leaf) };
}

function knowsKey({ properties = {}, additionalProperties }: Schema, key: string): boolean {
  return additionalProperties !== false || Object.hasOwn(properties, key);
}

function isList({ properties = {} }: Schema, key: string): boolean {
  return typesOf(properties[key] ?? {}).includes("array");
}
