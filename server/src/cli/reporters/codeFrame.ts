import type { ReportedProblem } from "../checkedFile.ts";
import { displayWidth } from "../displayWidth.ts";
import type { Palette } from "../palette.ts";
import { printable } from "../printable.ts";

/** The line of a problem with its number, and below it carets under what is wrong. */
export function codeFrame(
  { start, end, severity, excerpt }: ReportedProblem,
  palette: Palette,
): readonly [line: string, carets: string] {
  const number = String(start.line);
  const at = start.column - excerpt.column;
  const rest = excerpt.text.length - at;
  const length = start.line === end.line ? Math.min(end.column - start.column, rest) : rest;
  const before = `${excerpt.column > 1 ? "…" : ""}${shown(excerpt.text.slice(0, at))}`;
  const marked = shown(excerpt.text.slice(at, at + length));
  const behind = `${shown(excerpt.text.slice(at + length))}${excerpt.isCut ? "…" : ""}`;
  const carets = "^".repeat(Math.max(1, displayWidth(marked)));
  const margin = `${" ".repeat(number.length)} ${BAR}`;
  return [
    `${palette.faint(`${number} ${BAR}`)} ${before}${marked}${behind}`.trimEnd(),
    `${palette.faint(margin)} ${" ".repeat(displayWidth(before))}${palette[severity](carets)}`,
  ];
}

const BAR = "|";

/** Where a tab ends depends on what stands before it. */
function shown(text: string): string {
  return printable(text.replaceAll("\t", "    "));
}
