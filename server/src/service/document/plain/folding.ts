import { codeAt, isLineEnd, type PlainSource, skipSpaces, toNextLine } from "./source.ts";

/**
 * Goes on from the end of a line to the text of the next one, where that still belongs to the same scalar: blank lines may
 * lie between, and it stands deeper than what the scalar is in.
 *
 * @param indent of what the scalar is in
 * @returns what the scalar has in place of the line break: a space, or a line break for each blank line. `undefined`, and
 *   still at the end of the line, where the scalar does not go on
 */
export function foldLine(source: PlainSource, indent: number): string | undefined {
  const from = source.at;
  for (let blankLines = 0; ; blankLines++) {
    toNextLine(source);
    const start = source.at;
    skipSpaces(source);
    if (source.at < source.end && isLineEnd(codeAt(source, source.at))) continue;
    if (source.at < source.end && source.at - start > indent) return blankLines === 0 ? " " : "\n".repeat(blankLines);
    source.at = from;
    return undefined;
  }
}
