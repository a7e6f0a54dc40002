import type { Article } from "./article.ts";
import type { SiteIndex } from "./siteIndex.ts";
import { urlize } from "./text/slugify.ts";

/** The page of a section that the site lacks. */
export interface MissingPage {
  readonly address: string;
  /** The file that would make it, below the site's root. */
  readonly file: string;
}

/**
 * The page of an article's community, where that is missing: others have theirs. Hugo makes pages of folders only where
 * they stand directly in the content folder, or hold an `_index.md`.
 */
export function missingCommunityPage(article: Article): MissingPage | undefined {
  const { archetype, community, index, model, path } = article;
  const { home, source } = model.addressing;
  const { uri, bySlug } = model.communities;
  if (!index.isWhole || source === "unknown" || community === undefined) return undefined;
  // That the site does not know the community is said by another rule.
  if (uri !== undefined && !bySlug.has(community.slug)) return undefined;
  const folders = archetype.files.communityFolders.filter((folder) => folder.startsWith(`${home}/`));
  const own = folders.filter((folder) => path.startsWith(`${folder}/${community.slug}/`));
  const pages = (own.length > 0 ? own : folders).map((folder) => ({
    address: `${urlize(`${folder}/${community.slug}`.slice(home.length))}/`,
    above: `${urlize(folder.slice(home.length))}/`,
    file: `${folder}/${community.slug}/_index.md`,
  }));
  if (pages.some(({ address, file }) => isAddress(index, address) || index.at(file) !== undefined)) return undefined;
  return pages.find(({ above }) => index.find("section", above).length > 0);
}

/** Whether there is a page at an address, or one that leads on from it. */
export function isAddress(index: SiteIndex, address: string): boolean {
  return index.find("permalink", address).length > 0 || index.find("alias", address).length > 0;
}
