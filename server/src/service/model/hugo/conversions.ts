import type { JsonValue } from "../../document/jsonValue.ts";
import { resolvePlainScalar } from "../../document/plainScalar.ts";

// What Hugo makes of a value where it wants another type (spf13/cast). Nothing here fails.

/** Text: numbers in decimal without an exponent; nothing of null, a list or a mapping. */
export function toText(value: JsonValue): string {
  if (value === null || typeof value === "object") return "";
  if (typeof value !== "number") return String(value);
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const text = String(value);
  if (!text.includes("e")) return text;
  const digits = Math.abs(value) < 1 ? value.toFixed(100).replace(/0+$/, "") : BigInt(value).toString();
  return digits.replace(/\.$/, "");
}

/** A list of texts: a text is split at white space; `null` of a mapping and of nothing. */
export function toTexts(value: JsonValue): readonly string[] | null {
  if (Array.isArray(value)) return value.map(toText);
  if (typeof value === "string") return value.split(/\s+/).filter((word) => word !== "");
  return value === null || typeof value === "object" ? null : [toText(value)];
}

/** A switch: text is true where Go's `strconv.ParseBool` says so, a number where it is not 0. */
export function toSwitch(value: JsonValue): boolean {
  if (typeof value === "number") return value !== 0;
  return value === true || (typeof value === "string" && /^(?:1|t|T|TRUE|true|True)$/.test(value));
}

/** A whole number; 0 of what is none. */
export function toInteger(value: JsonValue): number {
  const number = typeof value === "string" ? resolvePlainScalar(value) : value;
  return typeof number === "number" || typeof number === "boolean" ? Math.trunc(Number(number)) || 0 : 0;
}
