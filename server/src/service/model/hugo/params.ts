import { readData } from "../../document/data.ts";
import { isJsonObject, type JsonObject, type JsonValue, objectIn } from "../../document/jsonValue.ts";
import type { Mapping, Scalar } from "../../document/node.ts";
import { toInteger, toSwitch, toText, toTexts } from "./conversions.ts";
import type { HugoVersion } from "./version.ts";

/** Front matter as Hugo has it: keys in lower case, Hugo's own values in their types. Dates are as they are written. */
export interface HugoParams {
  /** What stands at the top. */
  readonly own: JsonObject;
  /** What templates get as `.Params`: what stands under `params` comes before what stands beside it. */
  readonly merged: JsonObject;
}

/** Reads front matter as Hugo's `setMetaPost` does. */
export function hugoParams(root: Mapping | undefined, hugo: HugoVersion): HugoParams {
  const read = root === undefined ? undefined : readData(root, keyName).value;
  const values = lowerCased(read ?? null);
  const own: Record<string, JsonValue> = Object.create(null);
  own.draft = false;
  own.iscjklanguage = false;
  for (const [key, value] of Object.entries(objectIn(values))) {
    const convert = CONVERSIONS.get(key);
    own[key] = convert === undefined ? value : convert(value);
  }
  // Up to 0.135 `published: false` is as good as `draft: true`.
  if (typeof own.published === "boolean" && !hugo.refusesBadDates) {
    if (isJsonObject(values) && values.draft === undefined) own.draft = !own.published;
    delete own.published;
  }
  if (!hugo.hasPageConfig || !isJsonObject(own.params)) return { own, merged: own };
  const { params, ...others } = own;
  return { own, merged: { ...others, ...own.params } };
}

/** Hugo's own keys, and the types it gives their values. */
const CONVERSIONS: ReadonlyMap<string, (value: JsonValue) => JsonValue> = new Map<
  string,
  (value: JsonValue) => JsonValue
>([
  ...["description", "layout", "linktitle", "markup", "summary", "title", "translationkey", "type", "url"].map(
    (key) => [key, toText] as const,
  ),
  ...["aliases", "keywords"].map((key) => [key, toTexts] as const),
  ...["draft", "headless", "iscjklanguage"].map((key) => [key, toSwitch] as const),
  ["slug", (value) => toText(value).replace(/^-+|-+$/g, "")],
  ["weight", toInteger],
]);

/** A key at the top is its text, and a null is empty; one further down is read as a value first: `on` is `true`. */
function keyName({ value, text }: Scalar, depth: number): string {
  return depth === 0 && value !== null ? text : toText(value);
}

/**
 * Hugo does not tell letter cases apart, but for mappings in lists. Of two spellings of a key the one that is not all
 * lower case counts.
 */
function lowerCased(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const object: Record<string, JsonValue> = Object.create(null);
  const others: [string, JsonValue][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const lower = key.toLowerCase();
    if (key === lower) object[key] = lowerCased(inner);
    else others.push([lower, inner]);
  }
  for (const [key, inner] of others) object[key] = lowerCased(inner);
  return object;
}
