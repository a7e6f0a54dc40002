import { type Article, recognise } from "../../model/article.ts";
import { communityOf } from "../../model/community.ts";
import type { CommunityClues } from "../../model/communityClues.ts";
import { relativePath } from "../../workspace/siteRoot.ts";

/**
 * An article as it would be at another place, with the same text and the same files at hand.
 *
 * @returns `undefined` where it would be no article there, or one of another archetype
 */
export function movedArticle(article: Article, uri: string): Article | undefined {
  const { archetype, assets, body, community, frontMatter, index, model, now, text } = article;
  const path = relativePath(model.root, uri);
  if (path === undefined || !path.endsWith(".md")) return undefined;
  const moved = recognise({ uri, path, text, now, index, assets }, { frontMatter, body }, model);
  if (moved?.archetype !== archetype) return undefined;
  const { communityDefaults: defaults, files } = archetype;
  const slug = files.communityOf(path);
  if (slug === undefined || slug === community?.slug) return moved;
  // What the article says of its community is said of the one it leaves.
  const source = { path, clues: NO_CLUES, defaults, communities: model.communities };
  return { ...moved, community: communityOf(slug, source, moved.value) };
}

const NO_CLUES: CommunityClues = { slugs: [], names: [] };
