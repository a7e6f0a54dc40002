import { type Article, recognise } from "../../model/article.ts";
import { type Community, communityOf } from "../../model/community.ts";
import type { CommunityClues } from "../../model/communityClues.ts";
import type { Asset, Assets } from "../../model/images/assets.ts";
import { stemOf } from "../../model/stem.ts";
import { relativePath } from "../../workspace/siteRoot.ts";

/**
 * An article as it would be at another place, with the same text and the same files at hand, those
 * that have its name under its new one.
 *
 * @param community its community there, where not its folder alone says so
 * @returns `undefined` where it would be no article there, or one of another archetype
 */
export function movedArticle(article: Article, uri: string, community?: Community): Article | undefined {
  const { archetype, body, frontMatter, index, model, now, stem, text } = article;
  const path = relativePath(model.root, uri);
  if (path === undefined || !path.endsWith(".md")) return undefined;
  const assets = renamed(article.assets, stem, stemOf(path));
  const moved = recognise({ uri, path, text, now, index, assets }, { frontMatter, body }, model);
  if (moved?.archetype !== archetype) return undefined;
  if (community !== undefined) return { ...moved, community };
  const { communityDefaults: defaults, files } = archetype;
  const slug = files.communityOf(path);
  if (slug === undefined || slug === article.community?.slug) return moved;
  // What the article says of its community is said of the one it leaves.
  const source = { path, clues: NO_CLUES, defaults, communities: model.communities };
  return { ...moved, community: communityOf(slug, source, moved.value) };
}

/** The files at hand once those that are named after an article have its new name. */
function renamed(assets: Assets, stem: string, newStem: string): Assets {
  if (stem === newStem || stem === "") return assets;
  const isKnown = (asset: Asset | undefined) => asset !== undefined && asset.kind !== "missing";
  return {
    ...assets,
    names: assets.names.map((name) => (name.startsWith(stem) ? `${newStem}${name.slice(stem.length)}` : name)),
    find(href) {
      const before = newStem === "" ? undefined : assets.find(href.replace(newStem, () => stem));
      return isKnown(before) ? before : assets.find(href);
    },
  };
}

const NO_CLUES: CommunityClues = { slugs: [], names: [] };
