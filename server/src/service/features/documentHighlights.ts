import { readJsonList } from "../document/jsonList.ts";
import { type Scalar, scalarsIn } from "../document/node.ts";
import { sourceOf } from "../document/scalarSource.ts";
import type { Span } from "../document/span.ts";
import { type Article, isArticle } from "../model/article.ts";
import { looksAlike } from "../model/derivedField.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";

/** Shorter texts stand in many places and mean nothing by it. */
const SHORTEST = 3;

/**
 * The places in an article's front matter that say the same as the one at an offset, that one among them, in the order of
 * the text: a title and its breadcrumb, a topic in its list and in the text that repeats the list.
 *
 * @returns nothing where no other place does
 */
export function documentHighlightsAt(document: StructuredDocument, offset: number): readonly Span[] {
  if (!isArticle(document)) return [];
  const { frontMatter } = document;
  if (frontMatter === undefined || offset < frontMatter.block.content.start || frontMatter.block.content.end < offset)
    return [];
  const said = [...textsIn(document)];
  const here = said.find(({ start, end }) => start <= offset && offset <= end);
  if (here === undefined || here.value.trim().length < SHORTEST) return [];
  const same = said.filter(({ value }) => looksAlike(value, here.value));
  return same.length < 2 ? [] : same.map(({ start, end }) => ({ start, end }));
}

interface Said extends Span {
  readonly value: string;
}

/** The texts of an article's values; of a JSON list in a text those of its items. */
function* textsIn({ archetype, frontMatter, text }: Article): Generator<Said> {
  const listKey = archetype.topicsText?.path.join(".");
  for (const { path, node } of scalarsIn(frontMatter?.root)) {
    if (typeof node.value !== "string") continue;
    const items = path.join(".") === listKey ? [...itemsIn(text, node)] : [];
    if (items.length > 0) yield* items;
    else yield { value: node.text, ...withoutQuotes(node) };
  }
}

function withoutQuotes({ style, start, end }: Scalar): Span {
  return style === "single" || style === "double" ? { start: start + 1, end: end - 1 } : { start, end };
}

function* itemsIn(text: string, node: Scalar): Generator<Said> {
  const list = readJsonList(node.text);
  if (list.fault !== undefined) return;
  const spans = sourceOf(text, node);
  for (const { start, end, value } of list.items) {
    const [first, last] = [spans?.[start + 1], spans?.[end - 2]];
    if (first !== undefined && last !== undefined && end - start > 2)
      yield { value, start: first.start, end: last.end };
  }
}
