import { type Pair, pairAt } from "../../document/node.ts";
import { type Article, isArticle, isUnsure } from "../article.ts";
import { schemaAt } from "../schema.ts";
import type { StructuredDocument } from "../structuredDocument.ts";

/** A key at the top of an article that Hugo keeps for itself. */
export interface ReservedKey {
  readonly pair: Pair;
  /** What Hugo takes it for, or that it has another name now. */
  readonly use: "kind" | "lang" | "path" | "renamed";
  /** The name that it has now. */
  readonly name: string | undefined;
}

/**
 * The keys that the site's Hugo keeps for itself, where the archetype does not describe them. Up to 0.122 they were
 * values for templates; from 0.144 on Hugo warns of the first three.
 */
export function* reservedKeys(article: Article): Generator<ReservedKey> {
  if (!article.model.hugo.hasPageConfig) return;
  for (const use of ["kind", "lang", "path"] as const) {
    const pair = pairAt(article.frontMatter?.root, [use]);
    if (pair === undefined || isUnsure(article, [use])) continue;
    if (schemaAt(article.archetype.schema, [pair.key.text]) === undefined) yield { pair, use, name: undefined };
  }
  const pair = pairAt(article.frontMatter?.root, ["_build"]);
  const isAlone = pairAt(article.frontMatter?.root, ["build"]) === undefined;
  if (pair !== undefined && isAlone && !isUnsure(article, ["_build"])) yield { pair, use: "renamed", name: "build" };
}

/** Whether the site's Hugo keeps a key at the top of an article for itself. */
export function isReservedKey(document: StructuredDocument, pair: Pair): boolean {
  if (!isArticle(document)) return false;
  for (const reserved of reservedKeys(document)) if (reserved.pair === pair) return true;
  return false;
}
