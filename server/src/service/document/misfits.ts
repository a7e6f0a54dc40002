import { indentOf, type Line, lineAt, lineBefore, linesOf } from "./lines.ts";
import type { YamlReader } from "./plainScalar.ts";
import { readYaml } from "./recovery.ts";
import { movedSpan, type Span } from "./span.ts";
import type { SyntaxProblem } from "./syntaxProblem.ts";
import { isBlankOrComment, isItem } from "./yamlLine.ts";

/** A line that cannot stand where it stands, what is wrong with it, and the lines that cannot be read for its sake. */
interface Misfit {
  readonly problem: SyntaxProblem;
  readonly lines: Span;
}

/**
 * What is wrong with the line at which the reading of a long text ended early.
 *
 * @returns `undefined` where it may be all right and only of another shape
 */
export function misfitAt(text: string, content: Span, offset: number, reader: YamlReader): Misfit | undefined {
  const line = lineAt(text, offset);
  const indent = indentOf(line.text);
  const rest = line.text.slice(indent);
  const isOwn = isItem(rest);
  if (isOwn && offset <= line.start + indent) {
    const problem: SyntaxProblem = { code: "badIndent", start: line.start + indent, end: line.end };
    const end = endBelow(text, content, { line, isBelow: (next, column) => column > indent && !isItem(next) });
    return { problem, lines: { start: line.start, end } };
  }
  if (MAY_GO_ON.test(rest)) return undefined;
  const below = linesBelow(text, line, content.end);
  const opener = isOwn ? LIST_KEY : "";
  const part = `${opener}${text.slice(line.start, below.at(-1)?.end ?? line.end)}`;
  const [problem] = readYaml(part, { start: 0, end: part.length }, { reader }).problems;
  if (problem === undefined) return undefined;
  // What stands deeper hangs on it unless it goes on where the line before has ended.
  const deepest = Math.max(indent, isOwn ? -1 : columnBefore(text, content, line));
  const hasOwn = below[0] !== undefined && indentOf(below[0].text) > deepest;
  // An item behind a tab has its own lines below it, too.
  const hasRest = !isOwn && isItem(rest.trimStart());
  const isBelow = (next: string, column: number) => column > indent && (hasRest ? !isItem(next) : hasOwn);
  const end = endBelow(text, content, { line, isBelow });
  return { problem: movedProblem(problem, line.start - opener.length), lines: { start: line.start, end } };
}

/** What may go on over many lines, so that a few of them do not tell whether it is all right. */
const MAY_GO_ON = /^(?:[{[]|(?:[^:'"]|:(?! ))*: +[|>'"[{&!*])/;

/** The next two lines with text. */
function linesBelow(text: string, line: Line, end: number): readonly Line[] {
  const below: Line[] = [];
  for (const next of linesOf(text, line.next, end)) {
    if (!isBlankOrComment(next.text)) below.push(next);
    if (below.length === 2) break;
  }
  return below;
}

/** The column of the last line with text above another; -1 where there is none. */
function columnBefore(text: string, { start }: Span, line: Line): number {
  for (let above = line; above.start > start; ) {
    above = lineBefore(text, above.start);
    if (above.start < start) return -1;
    if (!isBlankOrComment(above.text)) return indentOf(above.text);
  }
  return -1;
}

/** The end of a line and of those right below it that belong to it. */
function endBelow(
  text: string,
  content: Span,
  { line, isBelow }: { readonly line: Line; isBelow(text: string, column: number): boolean },
): number {
  let { end } = line;
  for (const next of linesOf(text, line.next, content.end)) {
    if (isBlankOrComment(next.text)) continue;
    const column = indentOf(next.text);
    if (!isBelow(next.text.slice(column), column)) break;
    end = next.end;
  }
  return end;
}

/** Stands above an item that is read alone: it is one in a list. */
export const LIST_KEY = "_:\n";

/** The same fault some characters further on. */
export function movedProblem({ value, ...problem }: SyntaxProblem, by: number): SyntaxProblem {
  return { ...movedSpan(problem, by), ...(value && { value: movedSpan(value, by) }) };
}
