import { dataOf } from "../../document/data.ts";
import { isSamePath, type Node, type Path } from "../../document/node.ts";
import type { Span } from "../../document/span.ts";
import { derivedFieldOver } from "../../model/archetype.ts";
import type { Article } from "../../model/article.ts";
import { pathOf } from "../../model/schema.ts";

/** A place in a new article that its author fills. */
export interface Blank extends Span {
  /** The key with dots; `the body` for what stands below. */
  readonly name: string;
  /** Whether what belongs there follows from what its author fills in elsewhere. */
  readonly isDerived: boolean;
}

/** The places that are empty and must not be, in the order of the text. */
export function blanksOf(article: Article): readonly Blank[] {
  const { archetype, frontMatter, body, text } = article;
  const refused = new Set(
    article.schemaErrors().map(({ instancePath }) => pathOf(instancePath, frontMatter?.values ?? {}).join("\n")),
  );
  const blanks = [...emptyScalars(frontMatter?.root, [])].flatMap(({ path, node }): Blank[] => {
    // Which image it is nobody else can say, though its name follows.
    const isImage = archetype.images.some((image) => isSamePath(image, path));
    const isDerived = !isImage && derivedFieldOver(archetype, path) !== undefined;
    if (!isDerived && !refused.has(path.join("\n"))) return [];
    const quote = /^["']/.test(text.slice(node.start, node.end)) ? 1 : 0;
    const name = path.filter((step) => typeof step === "string").join(".");
    return [{ name, isDerived, start: node.start + quote, end: node.end - quote }];
  });
  const bodyStart = frontMatter?.block.bodyStart ?? 0;
  const isEmpty = body !== undefined && text.slice(bodyStart).trim() === "";
  const end = { start: text.length, end: text.length };
  return isEmpty ? [...blanks, { name: "the body", isDerived: false, ...end }] : blanks;
}

/** The single values that say nothing, with their places. */
function* emptyScalars(node: Node | undefined, path: Path): Generator<{ readonly path: Path; readonly node: Node }> {
  if (node?.kind === "scalar") {
    const value = dataOf(node);
    if (value === null || value === "") yield { path, node };
  } else if (node?.kind === "sequence") {
    for (const [index, item] of node.items.entries()) yield* emptyScalars(item, [...path, index]);
  } else if (node?.kind === "mapping") {
    for (const { key, value } of node.pairs) yield* emptyScalars(value, [...path, key.text]);
  }
}
