import { isBroken } from "../../document/frontMatter.ts";
import { type Node, type Path, pairAt, type Scalar, type Sequence } from "../../document/node.ts";
import type { Article } from "../article.ts";

/** An item of a list of terms. */
export interface TaxonomyItem {
  /** The key of the list. */
  readonly key: Scalar;
  readonly list: Sequence;
  readonly index: number;
  readonly node: Node;
}

/** The keys that hold terms of a taxonomy on every Hugo site that does not say otherwise. */
const TAXONOMIES: readonly string[] = ["categories", "tags"];

/** What stands where terms should, but for what cannot be read. */
export function* taxonomyItems(article: Article): Generator<TaxonomyItem> {
  for (const name of TAXONOMIES) {
    const pair = pairAt(article.frontMatter?.root, [name]);
    if (pair?.value.kind !== "sequence") continue;
    for (const [index, node] of pair.value.items.entries()) {
      if (node.kind === "alias" || article.frontMatter === undefined || isBroken(article.frontMatter, node)) continue;
      yield { key: pair.key, list: pair.value, index, node };
    }
  }
}

/** Whether a path is that of an item in a list of terms, or of a value inside one. */
export function isInTaxonomy([key, index]: Path): boolean {
  return typeof index === "number" && TAXONOMIES.includes(String(key).toLowerCase());
}
