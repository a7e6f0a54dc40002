import { lineAt } from "../document/lines.ts";
import type { Node, Pair } from "../document/node.ts";
import type { Span } from "../document/span.ts";

/** Where a problem with a value is shown: on the value where it is one line's work, else on its key. */
export function placeOf(pair: Pair): Span {
  return isShort(pair.value) ? span(pair.value) : span(pair.key);
}

/** Where a problem with a list item is shown: on the item; where that is empty on its dash, else on `key`. */
export function placeOfItem(text: string, item: Node, key: Span): Span {
  if (item.start < item.end) return span(item);
  const line = lineAt(text, item.start);
  const dash = line.start + text.slice(line.start, item.start).lastIndexOf("-");
  const isBehindDash = dash >= line.start && text.slice(dash + 1, item.start).trim() === "";
  return isBehindDash ? { start: dash, end: dash + 1 } : span(key);
}

function isShort(node: Node): boolean {
  return node.start < node.end && (node.kind === "scalar" || node.kind === "alias" || node.style === "flow");
}

function span({ start, end }: Span): Span {
  return { start, end };
}
