import type { Node, Pair } from "../document/node.ts";
import type { Span } from "../document/span.ts";

/** Where a problem with a value is shown: on the value where it is one line's work, else on its key. */
export function placeOf(pair: Pair): Span {
  return isShort(pair.value) ? span(pair.value) : span(pair.key);
}

/** Where a problem with a list item is shown: on the item, or on `key` where there is nothing to mark. */
export function placeOfItem(item: Node, key: Span): Span {
  return item.start < item.end ? span(item) : span(key);
}

function isShort(node: Node): boolean {
  return node.start < node.end && (node.kind === "scalar" || node.kind === "alias" || node.style === "flow");
}

function span({ start, end }: Span): Span {
  return { start, end };
}
