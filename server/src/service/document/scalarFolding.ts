/** Where the lines of a scalar start and end. Columns count code points, as PyYAML does. */
export interface Folding {
  /** The column at which the scalar starts. */
  readonly column: number;
  /** The number of spaces before each further line. */
  readonly indent: number;
  /** The column after which a line is folded at the next chance. `Infinity` never folds. */
  readonly foldAt: number;
  /** The line end. */
  readonly eol: string;
}

/** The lines of a plain scalar, folded as PyYAML folds. Takes text without line breaks and returns it in lines. */
export function foldPlain(text: string, folding: Folding): string {
  return foldAtSpaces(text, folding);
}

/**
 * `text` between single quotes, with PyYAML's lines. Only a space between two words can become the end of a line; a
 * line feed of the text becomes an empty line (YAML 1.2, 7.3.2).
 */
export function foldSingleQuoted(text: string, folding: Folding): string {
  const content = foldAtSpaces(text.replaceAll("'", "''"), { ...folding, column: folding.column + 1 });
  return `'${content}'`;
}

/**
 * `text` between double quotes, with PyYAML's escapes and lines. A line that is too long ends with a backslash, before
 * a space or after an escape, so that nothing of the text is lost (YAML 1.2, 7.3.1).
 */
export function foldDoubleQuoted(text: string, { column, indent, foldAt, eol }: Folding): string {
  const characters = [...text];
  // A line that holds nothing yet is not folded again, however deep it is indented.
  const limit = Math.max(foldAt, indent + 1);
  let written = '"';
  let pending = "";
  let lineColumn = column + 1;
  for (const [index, character] of characters.entries()) {
    const escaped = escapeOf(character);
    if (escaped !== undefined) {
      written += pending + escaped;
      lineColumn += pending.length + escaped.length;
      pending = "";
    }
    const isInside = index > 0 && index < characters.length - 1;
    const end = lineColumn + pending.length - (escaped === undefined ? 0 : 1);
    if (isInside && (character === " " || pending === "") && end > limit) {
      const next = escaped === undefined ? character : characters[index + 1];
      const guard = next === " " ? "\\" : "";
      written += `${pending}\\${eol}${" ".repeat(indent)}${guard}`;
      lineColumn = indent + guard.length;
      pending = "";
    }
    if (escaped === undefined) pending += character;
  }
  return `${written}${pending}"`;
}

/** Breaks a line that has passed `foldAt` at the next single space inside the text, and doubles the text's own breaks. */
function foldAtSpaces(text: string, { column, indent, foldAt, eol }: Folding): string {
  const margin = " ".repeat(indent);
  const runs = text.match(/ +|\n+|[^ \n]+/g) ?? [];
  let written = "";
  let lineColumn = column;
  for (const [index, run] of runs.entries()) {
    const isInside = index > 0 && index < runs.length - 1;
    if (run.startsWith("\n")) {
      written += eol.repeat(run.length + 1) + margin;
      lineColumn = indent;
    } else if (run === " " && isInside && lineColumn > foldAt) {
      written += eol + margin;
      lineColumn = indent;
    } else {
      written += run;
      lineColumn += [...run].length;
    }
  }
  return written;
}

/** How a character is written that has an escape of its own. */
export const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\0", "\\0"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["\x1B", "\\e"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x85", "\\N"],
  ["\u2028", "\\L"],
  ["\u2029", "\\P"],
]);

/** The escape of a character, or undefined for one that stands as it is. Like PyYAML's, it never leaves an emoji as it is. */
export function escapeOf(character: string): string | undefined {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  if (/^[\x20-\x7E\u{A0}-\u{D7FF}\u{E000}-\u{FEFE}\u{FF00}-\u{FFFD}]$/u.test(character)) return undefined;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}
