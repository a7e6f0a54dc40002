import type { YamlContent } from "../document/frontMatter.ts";
import { lineAt } from "../document/lines.ts";
import type { Node } from "../document/node.ts";
import { type Span, trimmedEnd } from "../document/span.ts";
import { isArticle } from "../model/article.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";

/** Lines that an editor can fold: those of `start` stay in view, all below down to that of `end` go. */
export interface FoldingRange extends Span {
  /** Set for the front matter as a whole. */
  readonly kind?: "region";
}

/** More than these no editor folds; of a vocabulary with more the innermost are left out. */
const MOST_RANGES = 5000;

/**
 * What can be folded in the data of a document: the block of front matter, and each key and item of several lines. At most
 * one begins on a line, the outermost one; they come in the order of the text. The body is left to whoever knows Markdown.
 */
export function foldingRangesOf(document: StructuredDocument): readonly FoldingRange[] {
  const { text, frontMatter } = document;
  if (frontMatter === undefined) return [];
  const { root } = frontMatter;
  const found = [
    ...(isArticle(document) ? blockOf(frontMatter) : []),
    ...(root === undefined ? [] : withinLimit([...collectionsIn(root, 1)])),
  ];
  const ranges: FoldingRange[] = [];
  const open: FoldingRange[] = [];
  let lastLine = -1;
  for (const { start, end: whole, kind } of found) {
    while ((open.at(-1)?.end ?? start) < start) open.pop();
    // Around lines that cannot be read, what they may belong to overlaps.
    const end = trimmedEnd(text, { start, end: Math.min(whole, open.at(-1)?.end ?? whole) });
    const line = lineAt(text, start);
    if (line.start === lastLine || end <= line.end) continue;
    lastLine = line.start;
    const range = { start, end, ...(kind !== undefined && { kind }) };
    ranges.push(range);
    open.push(range);
  }
  return ranges;
}

/** A block that is not closed may reach over half of the body. */
function blockOf({ block }: YamlContent): readonly FoldingRange[] {
  return block.closer === undefined ? [] : [{ start: block.opener.start, end: block.closer.end, kind: "region" }];
}

interface Collection extends FoldingRange {
  readonly depth: number;
}

function* collectionsIn(node: Node, depth: number): Generator<Collection> {
  if (node.kind === "mapping") {
    for (const { key, value } of node.pairs) {
      yield { start: key.start, end: Math.max(key.end, value.end), depth };
      yield* collectionsIn(value, depth + 1);
    }
  } else if (node.kind === "sequence") {
    for (const item of node.items) {
      yield { start: item.start, end: item.end, depth };
      yield* collectionsIn(item, depth + 1);
    }
  }
}

function withinLimit(collections: readonly Collection[]): readonly Collection[] {
  if (collections.length <= MOST_RANGES) return collections;
  const counts: number[] = [];
  for (const { depth } of collections) counts[depth] = (counts[depth] ?? 0) + 1;
  let deepest = 0;
  for (let room = MOST_RANGES; deepest + 1 < counts.length; deepest++) {
    room -= counts[deepest + 1] ?? 0;
    if (room < 0) break;
  }
  return collections.filter(({ depth }) => depth <= deepest);
}
