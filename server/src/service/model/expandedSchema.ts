import { isJsonObject, type JsonObject, type JsonValue, listIn } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { type Schema, typesOf, valuesOf } from "./schema.ts";
import { createHeightCheck } from "./schemaHeight.ts";

/** What makes a schema unusable, and where in it. */
export interface SchemaFault {
  readonly path: Path;
  readonly message: string;
}

/** No schema of front matter is larger or nests deeper; one that does would take long to compile. */
const MOST_VALUES = 5_000;
const DEEPEST = 60;

/** What keeps a schema from being read at all: references out of it or to nothing, and a size beyond all measure. */
export function faultsOf(root: JsonValue): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  const check = createHeightCheck((reference) => targetOf(root, reference));
  let left = MOST_VALUES;
  const visit = (value: JsonValue, path: Path): void => {
    if (--left < 0 || typeof value !== "object" || value === null) return;
    if (path.length > DEEPEST) {
      left = -1;
      return;
    }
    if (isJsonObject(value) && typeof value.$ref === "string") {
      const fault = referenceFault(root, value.$ref);
      if (fault !== undefined) faults.push({ path: [...path, "$ref"], message: fault });
      else if (check(value) === "endless") faults.push({ path: [...path, "$ref"], message: ENDLESS });
    }
    for (const [key, child] of Object.entries(value)) visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  if (!isJsonObject(root)) return [{ path: [], message: "A schema is a mapping, as JSON Schema (draft-07) says." }];
  visit(root, []);
  return left < 0 ? [{ path: [], message: "This schema is too large or nests too deeply." }] : faults;
}

/** Where a schema names a vocabulary that there is none of, so that nothing is offered and nothing checked. */
export function unknownVocabularies(root: JsonValue): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  const visit = (value: JsonValue, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === "x-vocabulary" && typeof child !== "object" && child !== "topics")
        faults.push({ path: at, message: "There is only one vocabulary, `topics`." });
      else if (!UNREAD.has(key)) visit(child, at);
    }
  };
  visit(root, []);
  return faults;
}

const ENDLESS =
  "This reference leads back to itself, or over too many others, without going on to a part of the value.";

/**
 * A schema as the tool's own features read it: what `$ref` points to stands in its place, and the parts of `allOf`, and
 * what those of `anyOf` and `oneOf` have in common, are one schema. A schema that holds itself is cut where it begins anew.
 *
 * @param root a schema without faults
 */
export function expandSchema(root: JsonObject): Schema {
  const known = new Map<string, JsonValue>();
  const expand = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(expand);
    if (!isJsonObject(value)) return value;
    const { $ref, ...beside } = value;
    if (typeof $ref === "string" && Object.keys(beside).length > 0) {
      return expand({ ...beside, allOf: [...listIn(beside.allOf), { $ref }] });
    }
    if (typeof $ref === "string") {
      const found = known.get($ref);
      if (found !== undefined) return found;
      known.set($ref, {});
      const expanded = expand(targetOf(root, $ref) ?? {});
      known.set($ref, expanded);
      return expanded;
    }
    const own = Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, UNREAD.has(key) ? child : expand(child)]),
    );
    return merged(own);
  };
  return expand(root) as Schema;
}

/** Keywords whose value is data and no schema. */
const UNREAD: ReadonlySet<string> = new Set(["const", "default", "enum", "examples"]);

function merged(schema: JsonObject): JsonObject {
  const parts = schemasIn(schema.allOf);
  let result: Schema = schema;
  for (const part of parts) {
    const properties = { ...part.properties, ...result.properties };
    const required = [...new Set([...(result.required ?? []), ...(part.required ?? [])])];
    result = {
      ...part,
      ...result,
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
    };
  }
  for (const choices of [schemasIn(schema.anyOf), schemasIn(schema.oneOf)])
    if (choices.length > 0) result = withChoices(result, choices);
  return result as unknown as JsonObject;
}

/** A schema with what may be written where one of several must hold. */
function withChoices(schema: Schema, choices: readonly Schema[]): Schema {
  const types = [...new Set(choices.flatMap(typesOf))];
  const isTyped = schema.type === undefined && choices.every((choice) => typesOf(choice).length > 0);
  const isListed = schema.enum === undefined && choices.every((choice) => valuesOf(choice).length > 0);
  const properties = Object.assign({}, ...choices.map((choice) => choice.properties ?? {}), schema.properties);
  const items = schema.items ?? choices.find((choice) => choice.items !== undefined)?.items;
  return {
    ...schema,
    ...(isTyped && { type: types }),
    ...(isListed && { enum: choices.flatMap(valuesOf) }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(items !== undefined && { items }),
  };
}

function schemasIn(value: JsonValue | undefined): readonly Schema[] {
  return listIn(value).filter(isJsonObject) as readonly Schema[];
}

function referenceFault(root: JsonValue, reference: string): string | undefined {
  if (!reference.startsWith("#")) return "A schema stands alone: `$ref` leads only to its own `#/definitions/…`.";
  return targetOf(root, reference) === undefined ? `There is nothing at \`${reference}\`.` : undefined;
}

/** What a JSON Pointer in a fragment (RFC 6901, section 6) leads to. */
function targetOf(root: JsonValue, reference: string): JsonValue | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  let value: JsonValue | undefined = root;
  for (const part of reference.split("/").slice(1)) {
    const key = unescaped(part);
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function unescaped(part: string): string {
  const text = part.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
