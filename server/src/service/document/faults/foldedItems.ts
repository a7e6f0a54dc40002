import { indentOf, lineAt, linesOf } from "../lines.ts";
import type { Node, Sequence } from "../node.ts";
import type { Span } from "../span.ts";
import type { SyntaxProblem } from "../syntaxProblem.ts";

/** Programs fold lines that are longer, and so do authors; the next line may then start with any word of the text. */
const SHORT = 60;

/**
 * Lines that were meant to be items of a list and stand deeper than it: to YAML they are no items, but the rest of the text
 * of the item above them, dashes and all.
 */
export function foldedItems(text: string, { items, start, style }: Sequence): readonly SyntaxProblem[] {
  if (style === "flow") return [];
  const problems: SyntaxProblem[] = [];
  for (const item of items) {
    const lines = linesWithDash(text, item);
    if (lines === undefined) continue;
    const value = { start: item.start, end: item.end };
    problems.push({ code: "dashInItem", ...lines, value, indent: start - lineAt(text, start).start });
  }
  return problems;
}

/** From the first dash to the end of the last line with one. */
function linesWithDash(text: string, item: Node): Span | undefined {
  if (item.kind !== "scalar" || item.style !== "plain") return undefined;
  const lineBreak = text.indexOf("\n", item.start);
  if (lineBreak === -1 || lineBreak >= item.end) return undefined;
  let found: Span | undefined;
  let above = lineAt(text, item.start);
  for (const line of linesOf(text, above.next, item.end)) {
    const isItem = /^ *- /.test(line.text) && above.text.length < SHORT;
    if (isItem) found = { start: found?.start ?? line.start + indentOf(line.text), end: line.end };
    above = line;
  }
  return found;
}
