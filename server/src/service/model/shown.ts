import { isJsonObject, type JsonValue } from "../document/jsonValue.ts";

/** A value as messages show it: on one line, lists and mappings between brackets. */
export function shown(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (!isJsonObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, child]) => `${key}: ${shown(child)}`)
    .join(", ")}}`;
}
