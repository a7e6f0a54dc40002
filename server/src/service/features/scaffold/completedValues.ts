import { isEqual, isJsonObject, type JsonObject, type JsonValue } from "../../document/jsonValue.ts";
import { isSamePath } from "../../document/node.ts";
import { type Article, expectedValue } from "../../model/article.ts";
import { roleOf } from "../../model/dates/dates.ts";
import { utcDateTime } from "../../model/dates/dateTime.ts";
import { knownValue } from "../../model/knownValue.ts";
import { type Schema, schemaAt, typesOf, valuesOf } from "../../model/schema.ts";
import { isBlank } from "./startValues.ts";

type Path = readonly string[];

/** What follows may have something follow from it in turn; longer chains no archetype has. */
const MOST_ROUNDS = 20;

/**
 * Adds to the values of a new article all that is known without its author: what follows from them, what its schema
 * allows only one value for, and when it is written. Then the keys that it must have and nobody knows stand there empty.
 *
 * @param read makes an article of values
 */
export async function completedValues(
  start: JsonObject,
  read: (values: JsonObject) => Promise<Article>,
): Promise<JsonObject> {
  let values = start;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const article = await read(values);
    const next = eachKey(article, [], values, withKnown);
    if (isEqual(next, values)) return eachKey(article, [], values, withBlanks);
    values = next;
  }
  return values;
}

/** What becomes of the value of a key. */
type Change = (article: Article, path: Path, value: JsonValue | undefined) => JsonValue | undefined;

/** Changes the values of a mapping, those among them that it must have and lacks. */
function eachKey(article: Article, path: Path, mapping: JsonObject, change: Change): JsonObject {
  const keys = new Set([...Object.keys(mapping), ...wantedKeys(article, path)]);
  const entries = [...keys].flatMap((key): [string, JsonValue][] => {
    const value = change(article, [...path, key], Object.hasOwn(mapping, key) ? mapping[key] : undefined);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** The keys that a mapping must have: required, expected of every article, or derived and known. */
function wantedKeys(article: Article, path: Path): readonly string[] {
  const { required = [], properties = {} } = schemaAt(article.archetype.schema, path) ?? {};
  const expected = Object.keys(properties).filter((key) => properties[key]?.["x-expected"] === true);
  const derived = article.archetype.derivedFields.filter(
    (field) =>
      field.mustStand === true &&
      isSamePath(field.path.slice(0, -1), path) &&
      expectedValue(article, field) !== undefined,
  );
  return [...required, ...expected, ...derived.flatMap((field) => field.path.slice(-1))];
}

const withKnown: Change = (article, path, value) => {
  if (isJsonObject(value)) return eachKey(article, path, value, withKnown);
  if (!isBlank(value)) return value;
  const known = knownValue(article, path);
  if (known !== undefined) return known;
  const schema = schemaAt(article.archetype.schema, path) ?? {};
  if (isDue(schema, path)) return utcDateTime(article.now(), "microseconds") ?? value;
  const isMapping = value === undefined && (schema.required ?? []).length > 0 && typesOf(schema)[0] === "object";
  return isMapping ? eachKey(article, path, {}, withKnown) : value;
};

/** Whether a key holds when the article was made or changed. */
function isDue(schema: Schema, path: Path): boolean {
  const role = roleOf(path.at(-1) ?? "");
  return schema.format === "date-time" && path.length === 1 && (role === "date" || role === "lastmod");
}

const withBlanks: Change = (article, path, value) => {
  if (isJsonObject(value)) return eachKey(article, path, value, withBlanks);
  const schema = schemaAt(article.archetype.schema, path) ?? {};
  return isBlank(value) ? blankOf(schema, value) : value;
};

/** An empty value of the type that a schema asks for. A list that must hold something has an empty item. */
function blankOf(schema: Schema, value: JsonValue | undefined): JsonValue {
  const [type = "string"] = typesOf(schema);
  if (type === "array") return (schema.minItems ?? 0) > 0 ? [blankOf(schema.items ?? {}, undefined)] : (value ?? []);
  if (type === "object") {
    const keys = schema.required ?? [];
    return Object.fromEntries(keys.map((key) => [key, blankOf(schema.properties?.[key] ?? {}, undefined)]));
  }
  const isText = type === "string" || valuesOf(schema).some((allowed) => typeof allowed === "string");
  return value ?? (isText ? "" : null);
}
