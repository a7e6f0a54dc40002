import { isJsonObject, type JsonObject, type JsonValue } from "./jsonValue.ts";
import { type Folding, foldDoubleQuoted, foldPlain, foldSingleQuoted } from "./scalarFolding.ts";
import { chooseScalarStyle, type ScalarContext, type ScalarStyle } from "./scalarStyle.ts";

// The house style of the sample is the output of PyYAML 6: `yaml.safe_dump(data, allow_unicode=True)`.

/** Where a scalar is written. Columns and indentation are numbers of characters; `column` counts code points. */
export interface ScalarPlace {
  /** The column at which the scalar starts. */
  readonly column: number;
  /** The number of spaces before each further line of the scalar. */
  readonly indent: number;
  /** The style to use where the value allows it; PyYAML's choice without. */
  readonly style?: ScalarStyle;
  /** `flow` inside `[…]` and `{…}`. */
  readonly context?: ScalarContext;
  /** The line end; `\n` without. */
  readonly eol?: string;
  /** The column after which lines are folded; 80 without. `Infinity` never folds. */
  readonly foldAt?: number;
}

/** The text of a scalar as the house style has it, or in the wanted style where the value allows that. */
export function writeScalar(value: string | number | boolean | null, place: ScalarPlace): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "string") return String(value);
  const folding: Folding = { eol: "\n", foldAt: 80, ...place };
  switch (chooseScalarStyle(value, place.context, place.style)) {
    case "plain":
      return foldPlain(value, folding);
    case "single":
      return foldSingleQuoted(value, folding);
    case "double":
      return foldDoubleQuoted(value, folding);
  }
}

/**
 * The lines of `key: value` in a block mapping whose keys stand at column `indent`. From the indentation of the first
 * line to the line end of the last; for a mapping, the entries of its keys in the order of `compareKeys` are its text.
 */
export function writeEntry(key: string, value: JsonValue, indent: number, eol: string): string {
  const margin = " ".repeat(indent);
  if (!isSimpleKey(key)) {
    const explicitKey = writeScalar(key, { column: indent + 2, indent: indent + 2, eol });
    return `${margin}? ${explicitKey}${eol}${writeAfterIndicator(":", value, indent, eol)}`;
  }
  const name = writeScalar(key, { column: indent, indent, eol, foldAt: Number.POSITIVE_INFINITY });
  if (isBlockSequence(value)) return `${margin}${name}:${eol}${writeItems(value, indent, eol)}`;
  if (isBlockMapping(value)) return `${margin}${name}:${eol}${writeEntries(value, indent + 2, eol)}`;
  const column = indent + [...name].length + 2;
  return `${margin}${name}: ${writeLeaf(value, column, indent + 2, eol)}${eol}`;
}

/**
 * The lines of `- value` in a block sequence whose dashes stand at column `indent`, from the indentation of the first
 * line to the line end of the last.
 */
export function writeItem(value: JsonValue, indent: number, eol: string): string {
  return writeAfterIndicator("-", value, indent, eol);
}

/** Orders keys as PyYAML sorts them: by code points, where JavaScript's own order goes by UTF-16 code units. */
export function compareKeys(left: string, right: string): number {
  const rightCharacters = [...right];
  for (const [index, character] of [...left].entries()) {
    const other = rightCharacters[index]?.codePointAt(0) ?? -1;
    const difference = (character.codePointAt(0) ?? 0) - other;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The lines of a value after `-`, or after the `:` of an explicit key: a collection starts on the same line. */
function writeAfterIndicator(indicator: "-" | ":", value: JsonValue, indent: number, eol: string): string {
  const inner = indent + 2;
  const start = `${" ".repeat(indent)}${indicator} `;
  if (isBlockSequence(value)) return start + writeItems(value, inner, eol).slice(inner);
  if (isBlockMapping(value)) return start + writeEntries(value, inner, eol).slice(inner);
  return start + writeLeaf(value, inner, inner, eol) + eol;
}

/** The lines of a block sequence whose dashes stand at column `indent`. */
export function writeItems(items: readonly JsonValue[], indent: number, eol: string): string {
  return items.map((item) => writeItem(item, indent, eol)).join("");
}

/** The lines of a block mapping whose keys stand at column `indent`, in the order of `compareKeys`. */
export function writeEntries(mapping: JsonObject, indent: number, eol: string): string {
  return Object.entries(mapping)
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([key, value]) => writeEntry(key, value, indent, eol))
    .join("");
}

/** A scalar or an empty collection: what stays on the line of its key. */
function writeLeaf(value: JsonValue, column: number, indent: number, eol: string): string {
  if (typeof value !== "object" || value === null) return writeScalar(value, { column, indent, eol });
  return isJsonObject(value) ? "{}" : "[]";
}

function isBlockSequence(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value) && value.length > 0;
}

function isBlockMapping(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

/** PyYAML writes any other key after a question mark. The limit is its 128, less the five of the unwritten tag `!!str`. */
function isSimpleKey(key: string): boolean {
  return key !== "" && !/[\n\x85\u2028\u2029]/.test(key) && [...key].length < 123;
}

/** A number as Python's `repr` has it, with the point that YAML 1.1 asks of a number with an exponent. */
function writeNumber(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
  if (Object.is(value, -0)) return "-0.0";
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  const magnitude = Number(exponent);
  if (magnitude >= -4 && magnitude < 21) return String(value);
  const digits = String(Math.abs(magnitude)).padStart(2, "0");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${magnitude < 0 ? "-" : "+"}${digits}`;
}
