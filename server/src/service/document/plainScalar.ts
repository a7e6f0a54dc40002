/** Who reads Hugo's YAML: `go-yaml-v2` up to Hugo 0.151, `goccy` (goccy/go-yaml) from 0.152 on. */
export type YamlReader = "go-yaml-v2" | "goccy";

/**
 * The value that Hugo gives an unquoted scalar. For go-yaml v2 these are the words and underscores of YAML 1.1, the octal
 * `0o17` and the exponents of YAML 1.2, no base 60, and dates stay text. Goccy has the words of YAML 1.2, and takes a
 * number with an exponent and no point, and one with a leading zero and an 8 or 9, for text.
 *
 * Takes the scalar's text as it stands, without comment and surrounding space. Never fails: what is nothing else is text.
 * Integers beyond 2^53 come back rounded, as every JavaScript number.
 */
export function resolvePlainScalar(
  source: string,
  reader: YamlReader = "go-yaml-v2",
): string | number | boolean | null {
  // Nearly all that is asked about is no word, and to look a text up V8 reads all of it.
  const word = source.length > LONGEST_WORD ? undefined : WORDS.get(source);
  if (reader === "goccy") return word === undefined || YAML_1_1_WORD.test(source) ? goccyNumber(source) : word;
  if (word !== undefined) return word;
  if (source.startsWith(".")) return resolveFloat(source.replace(/(?<=[0-9])_(?=[0-9])/g, "")) ?? source;
  if (!/^[-+0-9]/.test(source)) return source;
  const digits = source.replaceAll("_", "");
  return resolveInteger(digits) ?? resolveFloat(digits) ?? source;
}

/**
 * Whether every reader takes an unquoted `source` for that very text: go-yaml v2 (Hugo up to 0.151), YAML 1.1 with its
 * timestamps, base 60 and special keys (PyYAML), and the YAML 1.2 core schema (Hugo from 0.152). It speaks of values
 * only; whether the text can stand unquoted at its place is a matter of syntax.
 */
export function isPlainString(source: string): boolean {
  return typeof resolvePlainScalar(source) === "string" && !OTHER_READINGS.some((pattern) => pattern.test(source));
}

const WORDS: ReadonlyMap<string, boolean | number | null> = new Map<string, boolean | number | null>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"].map((word) => [word, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
]);

const LONGEST_WORD = Math.max(...Array.from(WORDS.keys(), (word) => word.length));

/** The words that YAML 1.2 takes for text. */
const YAML_1_1_WORD = /^(?:y|n|yes|no|on|off|\+\.inf)$/i;

/** What some reader takes for a number, a date or a special key although go-yaml v2 reads text. */
const OTHER_READINGS: readonly RegExp[] = [
  /^(?=.*[0-9.])[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?$/,
  /^[-+]?0(?:b[-+]?[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)$/,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?$/,
  /^(?:=|<<)$/,
];

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;

const MOST_EXACT_DIGITS = 15;

/** As Go's `strconv.ParseInt` and `ParseUint` with base 0: a leading zero means octal, and 64 bits must suffice. */
function resolveInteger(source: string): number | undefined {
  const [, sign, digits] = INTEGER.exec(source) ?? [];
  if (digits === undefined) return undefined;
  // What is this short a number holds exactly, and makes in a fraction of the time.
  if (source.length <= MOST_EXACT_DIGITS && !digits.startsWith("0")) return Number(source);
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  if (sign === "-") return magnitude <= 2n ** 63n ? Number(-magnitude) : undefined;
  return magnitude < 2n ** (sign === "+" ? 63n : 64n) ? Number(magnitude) : undefined;
}

/** As goccy's `ToNumber`: a number with a point is decimal, one without is an integer of 64 bits. */
function goccyNumber(source: string): number | string {
  if (!/^[-+.0-9]/.test(source)) return source;
  const digits = source.replaceAll("_", "");
  if (digits.includes(".")) return resolveFloat(digits) ?? source;
  return /^[-+]?0[XBO]/.test(digits) ? source : (resolveInteger(digits) ?? source);
}

/** As go-yaml v2: decimal digits with a point or an exponent or neither; what overflows is text. */
function resolveFloat(source: string): number | undefined {
  if (!/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(source)) return undefined;
  const value = Number(source);
  return Number.isFinite(value) ? value : undefined;
}
