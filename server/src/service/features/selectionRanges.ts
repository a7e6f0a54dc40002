import type { YamlContent } from "../document/frontMatter.ts";
import type { Node } from "../document/node.ts";
import { type Span, trimmedEnd } from "../document/span.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";

/**
 * What an author may want to select around an offset, from the inside out: the text of a value, the value with its
 * quotes, its pair, the mapping around it and so on, the content, the front matter, the document. Each is larger than the
 * one before and holds it.
 *
 * @returns nothing outside of the data
 */
export function selectionRangesAt({ text, frontMatter }: StructuredDocument, offset: number): readonly Span[] {
  if (frontMatter === undefined) return [];
  const { start, end } = wholeBlock(frontMatter);
  if (offset < start || end < offset) return [];
  const { content } = frontMatter.block;
  const outsideIn: Span[] = [
    { start: 0, end: text.length },
    { start, end },
  ];
  if (frontMatter.root !== undefined && content.start <= offset && offset <= content.end)
    outsideIn.push(trimmed(text, content), ...around(text, frontMatter.root, offset));
  const nested: Span[] = [];
  for (const span of outsideIn) {
    const outer = nested.at(-1);
    if (span.start <= offset && offset <= span.end && (outer === undefined || isWithin(span, outer))) nested.push(span);
  }
  return nested.reverse();
}

function wholeBlock({ block }: YamlContent): Span {
  return { start: block.opener.start, end: block.closer?.end ?? block.content.end };
}

/** The nodes and pairs that hold an offset, the outermost first. */
function* around(text: string, node: Node, offset: number): Generator<Span> {
  yield trimmed(text, node);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  if (node.kind === "mapping") {
    const pair = node.pairs.find(holds);
    if (pair === undefined) return;
    yield trimmed(text, pair);
    yield* around(text, holds(pair.key) ? pair.key : pair.value, offset);
  } else if (node.kind === "sequence") {
    const item = node.items.find(holds);
    if (item !== undefined) yield* around(text, item, offset);
  } else if (node.kind === "scalar" && (node.style === "single" || node.style === "double")) {
    yield { start: node.start + 1, end: node.end - 1 };
  }
}

/** Without the blanks and line breaks at both ends, of which a block scalar and a content have some. */
function trimmed(text: string, { start, end }: Span): Span {
  const last = trimmedEnd(text, { start, end });
  let first = start;
  while (first < last && /\s/.test(text.charAt(first))) first++;
  return { start: first, end: last };
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}
