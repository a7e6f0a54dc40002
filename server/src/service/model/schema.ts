import { isJsonObject, type JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";

/** The part of JSON Schema (draft-07) that the tool reads itself; validation is ajv's. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly JsonValue[];
  readonly default?: JsonValue;
  readonly deprecated?: boolean;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly properties?: { readonly [name: string]: Schema };
  /** The schema of what stands under any other key, or whether there may be one. */
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly contains?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** `date-time`: a date as RFC 3339 has it. ajv leaves it to the rules, which know what Hugo makes of a date. */
  readonly format?: "date-time";
  /** What a value that fails `pattern` must look like, in words. */
  readonly "x-patternMessage"?: string;
  /** The vocabulary that a value is a term of. */
  readonly "x-vocabulary"?: "topics";
  /** Marks the key that holds the file of an image; `format`, `size` and `alt` beside it tell of that image. */
  readonly "x-image"?: true;
  /** Marks a key that names a file, below the site's root. */
  readonly "x-file"?: true;
  /** Marks a key that every article has, if only empty, though nothing breaks without it. */
  readonly "x-expected"?: true;
  /** What the keys of a mapping are called where they are names of something else. */
  readonly "x-keyNoun"?: string;
  /** Marks a key whose value no other article of the site may have. */
  readonly "x-unique"?: boolean;
  /** Marks a key of Hugo's own, which an article may have but none needs. */
  readonly "x-hugo"?: boolean;
}

export type SchemaType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** An error as ajv reports it. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON Pointer (RFC 6901) to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: { readonly [name: string]: unknown };
}

/** A validator that ajv has compiled: says whether a value is valid, and leaves its errors on itself. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null | undefined;
}

/** The schema of the value at a path; `undefined` where the schema says nothing about it. */
export function schemaAt(root: Schema, path: Path): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const step of path) {
    if (typeof step === "number") schema = schema?.items;
    else if (schema?.properties !== undefined && Object.hasOwn(schema.properties, step))
      schema = schema.properties[step];
    else schema = typeof schema?.additionalProperties === "object" ? schema.additionalProperties : undefined;
  }
  return schema;
}

/** The types a schema allows, read off `const` and `enum` where it names none. */
export function typesOf(schema: Schema): readonly SchemaType[] {
  if (schema.type !== undefined) return typeof schema.type === "string" ? [schema.type] : schema.type;
  return [...new Set(valuesOf(schema).map(typeOf))];
}

/** The only values a schema allows, in its order; empty where it allows any. Booleans count as two values. */
export function valuesOf(schema: Schema): readonly JsonValue[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum;
  return schema.type === "boolean" ? [true, false] : [];
}

/** The steps of a JSON Pointer: list indexes as numbers where the data has a list. */
export function pathOf(pointer: string, data: JsonValue): Path {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = data;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = isJsonObject(value) ? value[key] : undefined;
    }
  }
  return path;
}

function typeOf(value: JsonValue): SchemaType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(value) ? "integer" : "number";
    default:
      return "object";
  }
}
