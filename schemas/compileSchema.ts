import type { Ajv } from "ajv";
import type { CompileSchema, JsonObject, JsonValue, Validate } from "../server/src/service/languageService.ts";
import { boundedPattern } from "./boundedPattern.ts";

/**
 * Compiles a schema of a site's own. ajv is loaded when the first is met, so that sites without any pay nothing for it.
 * Nothing is fetched: what a schema needs it must hold. And since anyone may have written it, each check has an end.
 */
export const compileSchema: CompileSchema = async (schema) => {
  const { Ajv } = await import("ajv");
  const budget = { left: 0 };
  const ajv = new Ajv({
    allErrors: true,
    // Own keywords are annotations, as JSON Schema says.
    strict: false,
    validateFormats: false,
    allowUnionTypes: true,
    unicodeRegExp: true,
    // A key such as `toString` is missing where an author has not written it.
    ownProperties: true,
    verbose: false,
    logger: false,
    code: { regExp },
  });
  addKeywords(ajv, budget);
  // Schemas of later drafts are read as far as they say what draft-07 says.
  const { $schema: _, $id: __, $async: ___, ...plain } = schema;
  try {
    if (ajv.validateSchema(plain) !== true) {
      const [error] = ajv.errors ?? [];
      return {
        fault: {
          pointer: error?.instancePath ?? "",
          message: `This is no JSON Schema: it ${error?.message ?? "is invalid"}.`,
        },
      };
    }
    return { validate: bounded(ajv.compile(counting(plain)), budget) };
  } catch (error) {
    // ajv makes code of a schema, which the page of a browser may forbid.
    if (error instanceof EvalError) return { notCompiled: "forbidden" };
    return {
      fault: {
        pointer: "",
        message: `This schema cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      },
    };
  }
};

/** `code` would be its name in code that ajv writes to a file, which nobody does. */
const regExp = Object.assign((source: string, flags: string) => boundedPattern(source, flags), {
  code: "boundedPattern",
});

interface Budget {
  /** How many references a check may still follow. */
  left: number;
}

/** References that lead to each other in pairs double the work with each step; no article needs as many. */
const MOST_REFERENCES = 50_000;

/** Deeper values are not checked: each level costs several calls. */
const DEEPEST_VALUE = 60;

/** Counts the references that a check follows. */
const COUNT = "x-curated-content-count";

function addKeywords(ajv: Ajv, budget: Budget): void {
  ajv.addKeyword({
    keyword: COUNT,
    errors: false,
    schema: false,
    validate: () => {
      if (--budget.left < 0) throw new Error("Too many references.");
      return true;
    },
  });
  // ajv compares each item with each other one.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    error: { message: "must not have equal items" },
    validate: (isUnique: boolean, items: readonly JsonValue[]) =>
      !isUnique || new Set(items.map(canonical)).size === items.length,
  });
}

/** A check that ends, and to which a value it cannot finish is valid: nobody knows better. */
function bounded(validate: Validate, budget: Budget): Validate {
  const check: Validate = (value) => {
    check.errors = undefined;
    const plain = plainOf(value as JsonValue, 0);
    if (plain === undefined) return true;
    budget.left = MOST_REFERENCES;
    try {
      const isValid = validate(plain);
      check.errors = validate.errors;
      return isValid;
    } catch {
      return true;
    }
  };
  return check;
}

/** A schema in which each reference is counted when it is followed. */
function counting<Value extends JsonValue>(schema: Value): Value;
function counting(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map((item) => counting(item));
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema as JsonObject).map(([key, value]): [string, JsonValue] => [
    key,
    DATA.has(key) ? value : counting(value),
  ]);
  const isReference = typeof (schema as JsonObject).$ref === "string";
  return Object.fromEntries(isReference ? [...entries, [COUNT, true]] : entries);
}

/** Keywords whose value is data and no schema. */
const DATA: ReadonlySet<string> = new Set(["const", "default", "enum", "examples"]);

/** A value with the prototypes that ajv's comparison asks for; `undefined` where it nests too deeply. */
function plainOf(value: JsonValue, depth: number): JsonValue | undefined {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST_VALUE) return undefined;
  const children = Object.entries(value).map(([key, child]) => [key, plainOf(child, depth + 1)] as const);
  if (children.some(([, child]) => child === undefined)) return undefined;
  return Array.isArray(value)
    ? children.map(([, child]) => child ?? null)
    : (Object.fromEntries(children) as JsonObject);
}

/** A text that is the same for values that are equal. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`).join()}}`;
}
