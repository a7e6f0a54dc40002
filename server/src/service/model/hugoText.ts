/**
 * The text that Hugo makes of a value where it wants text (`cast.ToString`): numbers in decimal without an exponent, `true`
 * and `false`, nothing for null.
 */
export function hugoText(value: string | number | boolean | null): string {
  if (typeof value !== "number") return String(value ?? "");
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const text = String(value);
  if (!text.includes("e")) return text;
  const digits = Math.abs(value) < 1 ? value.toFixed(100).replace(/0+$/, "") : BigInt(value).toString();
  return digits.replace(/\.$/, "");
}
