import { pairAt } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import { type Article, disagreementAt, isUnsure } from "../model/article.ts";
import { placeOf } from "./place.ts";

/**
 * Where a problem with the address of a page is shown: on the key that it follows from, else on the opening delimiter,
 * because then it follows from the file's name. `undefined` where nobody can tell the address, or it should be another.
 */
export function addressPlace(article: Article): Span | undefined {
  const { frontMatter } = article;
  if (frontMatter === undefined) return undefined;
  for (const key of ["url", "slug"]) {
    const pair = pairAt(frontMatter.root, [key]);
    if (pair === undefined) continue;
    if (isUnsure(article, [key]) || disagreementAt(article, [key]) !== undefined) return undefined;
    if (article.value([key]) !== null) return placeOf(pair);
  }
  // A line that cannot be read may be the one that says it.
  const { start, end } = frontMatter.block.opener;
  return frontMatter.problems.length > 0 ? undefined : { start, end };
}
