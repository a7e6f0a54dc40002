import { indentOf, lineAt } from "../lines.ts";
import type { Node, Pair } from "../node.ts";
import type { Span } from "../span.ts";
import type { SyntaxProblem } from "../syntaxProblem.ts";

/**
 * The top-level keys that stand at another column than most. For Hugo's reader (go-yaml v2) front matter ends at a key
 * that stands before the first one's column, and what is below is lost without a word; for the `yaml` package it goes on.
 */
export function* columnFaults(text: string, content: Span, root: Node | undefined): Generator<SyntaxProblem> {
  if (root?.kind !== "mapping" || root.style === "flow") return;
  // What stands on the opening delimiter's line starts behind it; elsewhere a `?` may stand before a key.
  const columnOf = ({ start }: Pair): number => {
    // Most keys stand at the start of a line.
    if (start > content.start && text[start - 1] === "\n") return 0;
    const line = lineAt(text, start);
    return line.start < content.start ? start - content.start : indentOf(line.text);
  };
  const columns = root.pairs.map(columnOf);
  const [first = 0] = columns;
  if (columns.every((column) => column === first)) return;
  const most = usual(columns);
  for (let index = 0; index < root.pairs.length; index++) {
    const pair = root.pairs[index];
    if (pair === undefined || columns[index] === most) continue;
    const first = lineAt(text, pair.start);
    // Lines that follow each other at one column have slipped together.
    while (first.start >= content.start && columns[index + 1] === columns[index]) index++;
    const last = lineAt(text, root.pairs[index]?.start ?? pair.start);
    const place = { code: "badIndent", start: pair.start, end: last.start + last.text.trimEnd().length } as const;
    yield first.start < content.start ? place : { ...place, indent: most };
  }
}

/** The column that most share; of several the least. */
function usual(columns: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  const [[most] = [0]] = [...counts].toSorted(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a - b);
  return most;
}
