import { isBroken } from "../document/frontMatter.ts";
import { type Node, pairAt, type Sequence } from "../document/node.ts";
import type { Article } from "./article.ts";
import { oncePerDocument } from "./oncePerDocument.ts";

/** A place in an article where a term of a vocabulary stands, or should. */
export interface TermUse {
  readonly key: string;
  readonly list: Sequence;
  readonly index: number;
  readonly node: Node;
  /** What the author wrote; `undefined` where it is no text. */
  readonly topic: string | undefined;
}

/** The terms that an article uses, in its order, but for items that are empty or cannot be read, as while typed. */
export const termUses = oncePerDocument((article: Article): readonly TermUse[] => {
  const uses: TermUse[] = [];
  for (const [key, schema] of Object.entries(article.archetype.schema.properties ?? {})) {
    if (schema.items?.["x-vocabulary"] === undefined) continue;
    const list = pairAt(article.frontMatter?.root, [key])?.value;
    if (list?.kind !== "sequence") continue;
    for (const [index, node] of list.items.entries()) {
      if (node.kind === "scalar" && node.text === "") continue;
      if (article.frontMatter === undefined || isBroken(article.frontMatter, node)) continue;
      const topic = node.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
      uses.push({ key, list, index, node, topic });
    }
  }
  return uses;
});
