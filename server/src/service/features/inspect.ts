import type { JsonValue } from "../document/jsonValue.ts";
import type { Article } from "../model/article.ts";
import { type HugoPage, hugoPage } from "../model/hugo/page.ts";

/** What the tool sees of an article, for people who wonder and for tests. */
export interface Inspection {
  readonly uri: string;
  /** The site's root, a URI. */
  readonly root: string;
  /** Where the article is below the root. */
  readonly path: string;
  readonly archetype: string;
  readonly community:
    | { readonly slug: string; readonly name: string | undefined; readonly listed: boolean }
    | undefined;
  readonly values: { readonly [key: string]: JsonValue };
  /** The path of the page on the site, as Hugo's default permalinks have it. */
  readonly permalink: string | undefined;
  /** What templates get of the page; `undefined` where its front matter is not read. */
  readonly hugo: HugoPage | undefined;
  /** The value that each derived field should have, by its dotted name. */
  readonly expected: { readonly [key: string]: JsonValue };
}

export function inspectArticle(article: Article): Inspection {
  const { uri, path, model, archetype, community, frontMatter } = article;
  const expected: Record<string, JsonValue> = {};
  for (const field of archetype.derivedFields) {
    const value = field.derive(article);
    if (value !== undefined) expected[field.path.join(".")] = value;
  }
  const hugo = frontMatter?.unread === undefined ? hugoPage(article) : undefined;
  const listed = community !== undefined && model.communities.bySlug.has(community.slug);
  return {
    uri,
    root: model.root,
    path,
    archetype: archetype.name,
    community: community && { slug: community.slug, name: community.name, listed },
    values: frontMatter?.values ?? {},
    permalink: hugo?.permalink,
    hugo,
    expected,
  };
}
