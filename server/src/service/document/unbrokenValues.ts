import type { Node } from "./node.ts";
import type { Span } from "./span.ts";

/**
 * The outermost values that are written as one, which no line can be put between: scalars, and lists and mappings in
 * brackets.
 */
export function* unbrokenValues(node: Node | undefined): Generator<Span> {
  if (node === undefined) return;
  if (node.kind === "mapping" && node.style === "block") {
    for (const { key, value } of node.pairs) {
      yield key;
      yield* unbrokenValues(value);
    }
  } else if (node.kind === "sequence" && node.style === "block") {
    for (const item of node.items) yield* unbrokenValues(item);
  } else {
    yield node;
  }
}
