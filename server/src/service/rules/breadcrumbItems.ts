import { type Node, type Pair, pairAt, resolve } from "../document/node.ts";
import { type Article, isUnsure } from "../model/article.ts";
import { linkAddress } from "../model/hugo/addresses.ts";

/** A breadcrumb link that leads to a page of the site. */
export interface BreadcrumbItem {
  readonly address: string;
  readonly link: string;
  readonly pair: Pair;
  readonly node: Node;
}

/** The breadcrumb links of an article that lead to pages of the site. */
export function breadcrumbItems(article: Article): readonly BreadcrumbItem[] {
  const path = article.archetype.breadcrumbs?.links.path;
  const pair = path && pairAt(article.frontMatter?.root, path);
  const list = resolve(pair?.value);
  if (path === undefined || pair === undefined || list?.kind !== "sequence" || isUnsure(article, path)) return [];
  return list.items.flatMap((node) => {
    const link = node.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
    const address = link && linkAddress(link);
    return link === undefined || address === undefined ? [] : [{ address, link, pair, node }];
  });
}
