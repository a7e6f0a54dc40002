import { indentOf, lineAt } from "./lines.ts";
import type { Mapping, Node, Pair, Sequence } from "./node.ts";
import type { Span } from "./span.ts";
import { isItem } from "./yamlLine.ts";

/** Lets each key and each block collection reach over the unreadable lines below that belong to it by their indentation. */
export function coverBroken(text: string, root: Mapping, broken: readonly Span[]): Mapping {
  return broken.length === 0 ? root : coverMapping(text, root, broken);
}

function coverMapping(text: string, mapping: Mapping, broken: readonly Span[]): Mapping {
  if (mapping.style === "flow") return mapping;
  const pairs = mapping.pairs.map((pair, index) => {
    const next = mapping.pairs[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const below = broken.filter((lines) => isBetween(text, lines, pair.start, next));
    return below.length === 0 ? pair : coverPair(text, pair, below);
  });
  return { ...mapping, pairs, end: Math.max(mapping.end, ...pairs.slice(-1).map(({ end }) => end)) };
}

function isBetween(text: string, { start }: Span, from: number, to: number): boolean {
  let at = start;
  while (text[at] === " ") at++;
  return from <= at && at < to;
}

function coverPair(text: string, pair: Pair, broken: readonly Span[]): Pair {
  const own = broken.filter((lines) => belongsTo(text, lines, pair));
  if (own.length === 0) return pair;
  const value = coverNode(text, pair.value, own);
  return { ...pair, value, end: Math.max(pair.end, value.end, ...own.map(({ end }) => end)) };
}

/** Whether lines hang on a key: they are its own, they stand deeper, or they are items at its column. */
function belongsTo(text: string, { start }: Span, { key }: Pair): boolean {
  const at = lineAt(text, start);
  const first = at.start < start ? lineAt(text, at.next) : at;
  const keyLine = lineAt(text, key.start);
  const column = indentOf(first.text);
  const rest = first.text.slice(column);
  const indent = key.start - keyLine.start;
  return first.start === keyLine.start || column > indent || (column === indent && isItem(rest)) || /^[\t-]/.test(rest);
}

function coverNode(text: string, node: Node, broken: readonly Span[]): Node {
  if (node.kind === "mapping") return coverMapping(text, node, broken);
  return node.kind === "sequence" && node.style === "block" ? coverSequence(text, node, broken) : node;
}

/** Items are left as they are but for mappings, whose keys may reach further. */
function coverSequence(text: string, list: Sequence, broken: readonly Span[]): Sequence {
  const items = list.items.map((item, index) => {
    const next = list.items[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const below = broken.filter((lines) => isBetween(text, lines, item.start, next));
    return item.kind === "mapping" && below.length > 0 ? coverMapping(text, item, below) : item;
  });
  return { ...list, items, end: Math.max(list.end, ...broken.map(({ end }) => end)) };
}
