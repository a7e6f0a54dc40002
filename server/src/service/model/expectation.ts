import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { pathOf, type Schema, type SchemaError, type SchemaType, schemaAt, typesOf, valuesOf } from "./schema.ts";

/** What a schema wants of a value, in words that follow "should be": `text`, `a list`, one of three values. */
export function expectationOf(schema: Schema): string {
  const values = valuesOf(schema);
  if (schema.type === "boolean") return "`true` or `false`";
  if (values.length > 0) return listOf(values.map((value) => `\`${String(value)}\``));
  return listOf(typesOf(schema).map((type) => TYPE_WORDS[type])) || "something else";
}

/** What an error of ajv says, in words that follow "should be"; for errors about a value, not about keys. */
export function expectationOfError(root: Schema, error: SchemaError, data: JsonValue): string {
  const schema = schemaAt(root, pathOf(error.instancePath, data)) ?? {};
  const limit = String(error.params.limit);
  switch (error.keyword) {
    case "pattern":
      return schema["x-patternMessage"] ?? "written otherwise";
    case "minLength":
      return "text that is not empty";
    case "minItems":
      return limit === "1" ? "a list that is not empty" : `a list of at least ${limit}`;
    case "maxItems":
      return `a list of at most ${limit}`;
    case "maxLength":
      return `text of at most ${limit} characters`;
    case "exclusiveMinimum":
      return `more than ${limit}`;
    case "exclusiveMaximum":
      return `less than ${limit}`;
    case "multipleOf":
      return `a multiple of ${String(error.params.multipleOf)}`;
    case "uniqueItems":
      return "a list in which nothing stands twice";
    case "minimum":
      return schema["x-patternMessage"] ?? `at least ${limit}`;
    case "maximum":
      return schema["x-patternMessage"] ?? `at most ${limit}`;
    case "contains":
      return `a list that holds ${expectationOf(schema.contains ?? {})}`;
    default:
      return expectationOf(schema);
  }
}

/** What a value is, in words that follow "is". */
export function kindOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "number") return Number.isInteger(value) ? "a number" : "a number with a fraction";
  return typeof value === "boolean" ? `the switch \`${value}\`` : "text";
}

/** A place in the data, in words that start a sentence: `link.href`, item 2 of `tags`. */
export function nameOf(path: Path): string {
  const name = placeNameOf(path);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A place in the data, in words within a sentence. */
export function placeNameOf(path: Path): string {
  if (path.length === 0) return "this file";
  const keys = path.filter((step) => typeof step === "string").join(".");
  const index = path.at(-1);
  if (typeof index !== "number") return `\`${keys}\``;
  return `item ${index + 1} of ${keys === "" ? "the list" : `\`${keys}\``}`;
}

const TYPE_WORDS: { readonly [Type in SchemaType]: string } = {
  array: "a list",
  boolean: "`true` or `false`",
  integer: "a whole number",
  null: "empty",
  number: "a number",
  object: "a mapping",
  string: "text",
};

function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
