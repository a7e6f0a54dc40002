import { lineAt } from "../document/lines.ts";
import type { Node, Pair, Scalar } from "../document/node.ts";
import { sourceOf } from "../document/scalarSource.ts";
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

/** The place in the document of a stretch of a scalar's text; where that is unknown, that of the value. */
export function placeIn(text: string, pair: Pair, { node, start, end }: Span & { readonly node: Scalar }): Span {
  const spans = sourceOf(text, node);
  const [first, last] = [spans?.[start], spans?.[end - 1]];
  return first === undefined || last === undefined || end <= start
    ? placeOf(pair)
    : { start: first.start, end: last.end };
}

function isShort(node: Node): boolean {
  return node.start < node.end && (node.kind === "scalar" || node.kind === "alias" || node.style === "flow");
}

function span({ start, end }: Span): Span {
  return { start, end };
}
