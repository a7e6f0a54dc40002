import { type Node, type Pair, pairAt, resolve, type Sequence } from "../../document/node.ts";
import { type Article, isUnsure } from "../article.ts";
import { oncePerDocument } from "../oncePer.ts";
import { ownFacts } from "../ownFacts.ts";
import { aliasAddress } from "./addresses.ts";
import { toTexts } from "./conversions.ts";

/** An alias where it is written. */
export interface AliasUse {
  /** Where browsers find it. */
  readonly address: string;
  readonly pair: Pair;
  /** The value, or the item of its list. */
  readonly node: Node;
  readonly item: { readonly list: Sequence; readonly index: number } | undefined;
}

/** The aliases of an article where they are written. */
export const aliasUses = oncePerDocument((article: Article): readonly AliasUse[] => {
  const { permalink, aliases } = ownFacts(article);
  const pair = pairAt(article.frontMatter?.root, ["aliases"]);
  const value = resolve(pair?.value);
  if (pair === undefined || aliases.length === 0 || value === undefined || isUnsure(article, ["aliases"])) return [];
  const addressesIn = (node: Node): readonly string[] =>
    node.kind === "scalar" ? (toTexts(node.value) ?? []).flatMap((text) => aliasAddress(text, permalink) ?? []) : [];
  if (value.kind !== "sequence")
    return addressesIn(value).map((address) => ({ address, pair, node: pair.value, item: undefined }));
  return value.items.flatMap((node, index) => {
    // In a list a space starts no other alias.
    const text = node.kind === "scalar" && node.value !== null ? String(node.value) : "";
    const address = aliasAddress(text, permalink);
    return address === undefined ? [] : [{ address, pair, node, item: { list: value, index } }];
  });
});
