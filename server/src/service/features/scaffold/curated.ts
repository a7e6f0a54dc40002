import type { Article } from "../../model/article.ts";
import type { PageFacts } from "../../model/facts.ts";
import { isAtItsAddress } from "../../model/otherPages.ts";
import { ownFacts } from "../../model/ownFacts.ts";
import { isPageKey, sourceKey } from "../../model/text/sourceKey.ts";
import { isWebAddress } from "../../model/text/webAddress.ts";

/** A page that stands in the way of a new article. */
export interface Curated {
  /**
   * What both have: the file, the page that they curate in one community, the address on the site, or an alias, which leads
   * to one of them only.
   */
  readonly same: "file" | "source" | "permalink" | "alias";
  /** Where its file is below the site's root. */
  readonly path: string;
  readonly title: string | undefined;
}

/**
 * The pages that stand in the way of an article that is not written yet, if they are there; each once, the gravest first.
 * One at its own path may be none that the index knows.
 */
export function curatedBefore(article: Article): readonly Curated[] {
  const { index, path } = article;
  const facts = ownFacts(article);
  const { aliases, permalink } = facts;
  const { community, source } = facts.article ?? {};
  const sources =
    source !== undefined && isWebAddress(source) && isPageKey(sourceKey(source)) ? index.find("source", source) : [];
  const addresses = permalink === undefined ? [] : index.find("permalink", permalink);
  const found: readonly (readonly [Curated["same"], readonly PageFacts[]])[] = [
    ["file", [index.at(path) ?? { path, aliases: [] }]],
    ["source", sources.filter((page) => page.article?.community === community)],
    ["permalink", addresses.filter((page) => isAtItsAddress(page, index))],
    ["alias", aliases.flatMap((alias) => index.find("alias", alias)).filter((page) => isAtItsAddress(page, index))],
  ];
  const known = new Set<string>();
  return found.flatMap(([same, pages]) =>
    pages
      .filter((page) => !known.has(page.path))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map((page): Curated => {
        known.add(page.path);
        return { same, path: page.path, title: page.title };
      }),
  );
}
