import { isJsonObject, type JsonObject, type JsonValue } from "../document/jsonValue.ts";

/** More schemas than anyone lays over one value. */
const HIGHEST = 60;

/**
 * Says of a schema whether checking one value by it goes through more schemas, one within the other, than anyone needs:
 * `$ref`, `allOf` and their like that lead back to where they began have no end. A schema may hold itself as that of a part
 * of its value.
 *
 * @param targetOf what a reference leads to
 */
export function createHeightCheck(
  targetOf: (reference: string) => JsonValue | undefined,
): (schema: JsonObject) => "endless" | "sound" {
  const heights = new Map<JsonObject, number>();
  const heightOf = (schema: JsonObject, above: number): number => {
    const known = heights.get(schema);
    if (known !== undefined) return known;
    if (above > HIGHEST) return Number.POSITIVE_INFINITY;
    // Found again before it is known, it is within itself.
    heights.set(schema, Number.POSITIVE_INFINITY);
    const height = 1 + Math.max(0, ...partsOf(schema, targetOf).map((part) => heightOf(part, above + 1)));
    heights.set(schema, height);
    return height;
  };
  return (schema) => (heightOf(schema, 0) > HIGHEST ? "endless" : "sound");
}

/** The schemas that a value must be held against when it is held against one. */
function partsOf(
  { $ref, allOf, anyOf, oneOf, not, if: condition, then, else: otherwise, dependencies }: JsonObject,
  targetOf: (reference: string) => JsonValue | undefined,
): readonly JsonObject[] {
  const target = typeof $ref === "string" ? targetOf($ref) : undefined;
  const depending = isJsonObject(dependencies) ? Object.values(dependencies) : [];
  return [target, allOf, anyOf, oneOf, not, condition, then, otherwise, ...depending].flat().filter(isJsonObject);
}
