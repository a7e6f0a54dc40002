import { isBroken } from "../document/frontMatter.ts";
import { type Node, pairAt, type Sequence } from "../document/node.ts";
import type { Archetype } from "./archetype.ts";
import type { Article } from "./article.ts";
import { oncePer, oncePerDocument } from "./oncePer.ts";

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
export const termUses = oncePerDocument((article: Article): readonly TermUse[] => [...termsIn(article)]);

/** The terms in front matter of an archetype. */
export function* termsIn({ frontMatter, archetype }: Pick<Article, "frontMatter" | "archetype">): Generator<TermUse> {
  for (const key of vocabularyKeys(archetype)) {
    const list = pairAt(frontMatter?.root, [key])?.value;
    if (list?.kind !== "sequence") continue;
    for (const [index, node] of list.items.entries()) {
      if (node.kind === "scalar" && node.text === "") continue;
      if (frontMatter === undefined || isBroken(frontMatter, node)) continue;
      const topic = node.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
      yield { key, list, index, node, topic };
    }
  }
}

/** The keys that hold terms of a vocabulary. */
export const vocabularyKeys = oncePer(({ schema }: Pick<Archetype, "schema">): readonly string[] => {
  const properties = Object.entries(schema.properties ?? {});
  return properties.filter(([, { items }]) => items?.["x-vocabulary"] !== undefined).map(([key]) => key);
});
