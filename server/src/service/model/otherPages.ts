import type { Article } from "./article.ts";
import type { PageFacts } from "./facts.ts";
import type { FactKind, SiteIndex } from "./siteIndex.ts";
import { stemOf } from "./stem.ts";

/** Nobody repairs more at a time, and where thousands share a thing each of them is checked. */
const MOST_LOOKED_AT = 120;

/**
 * The other pages of its site that have a fact, by their paths; none while the site is not read, and none of an article that
 * stands where no page of it does. Where very many have it, some of them.
 *
 * @param isMeant which of them count
 */
export function otherPages(
  { index, path }: Article,
  [kind, value]: readonly [FactKind, string],
  isMeant: (page: PageFacts) => boolean = () => true,
): readonly PageFacts[] {
  if (!index.isWhole || index.at(path) === undefined) return [];
  return index
    .find(kind, value)
    .slice(0, MOST_LOOKED_AT)
    .filter((page) => page.path !== path && !isTranslation(page.path, path) && isMeant(page))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Whether Hugo makes the page of a file where its facts say. Beside an `index.md`, and below, files belong to that page, and
 * what a section hands down to its pages may lead them elsewhere.
 */
export function isAtItsAddress({ mayBeAbsent, path }: PageFacts, index: SiteIndex): boolean {
  if (mayBeAbsent === true) return false;
  for (let end = path.lastIndexOf("/"); end !== -1; end = path.lastIndexOf("/", end - 1)) {
    const folder = path.slice(0, end);
    const bundle = `${folder}/index.md`;
    if (bundle !== path && index.at(bundle) !== undefined) return false;
    if (index.at(`${folder}/_index.md`)?.handsDown === true) return false;
    if (end === 0) break;
  }
  return true;
}

/** Whether two files are one page in several languages. */
function isTranslation(path: string, other: string): boolean {
  const withoutLanguage = (file: string) => file.replace(/\.[a-z]{2,3}(?:-[a-z]+)?\.md$/i, ".md");
  return stemOf(path) !== stemOf(other) && withoutLanguage(path) === withoutLanguage(other);
}
