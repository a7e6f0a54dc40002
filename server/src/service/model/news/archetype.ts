import { type Archetype, uniqueKeysOf } from "../archetype.ts";
import { createArticleFiles } from "../articleFiles.ts";
import { imageFields } from "../images/fields.ts";
import { imagesOf } from "../images/paths.ts";
import type { Schema, Validate } from "../schema.ts";
import { breadcrumbLinks, breadcrumbs } from "./breadcrumbs.ts";
import {
  basePath,
  communityClues,
  communityDefaults,
  contentCategories,
  identifier,
  mastHead,
  type,
} from "./community.ts";
import { imageHref } from "./image.ts";
import { startsWith } from "./newArticle.ts";
import { medigyTopics } from "./openProject.ts";
import { brand, cleanUrl, href, mdName, original, sourceUrl, workPackage } from "./source.ts";
import { aliases, slug } from "./title.ts";

/**
 * The built-in archetype: a curated news article of a community.
 *
 * @param content the site's folders with articles, below its root
 */
export function createNewsArchetype(
  { schema, validate }: { readonly schema: Schema; readonly validate: Validate },
  content: readonly string[],
): Archetype {
  return {
    name: "news",
    schema,
    validate,
    files: createArticleFiles(content.map((folder) => `${folder}/communities/*/curated-news/*.md`)),
    communityClues,
    communityDefaults,
    derivedFields: [
      aliases,
      basePath,
      brand,
      breadcrumbLinks,
      breadcrumbs,
      cleanUrl,
      contentCategories,
      href,
      identifier,
      imageHref,
      mastHead,
      mdName,
      medigyTopics,
      original,
      slug,
      sourceUrl,
      type,
      workPackage,
      ...imageFields(schema, [imageHref]),
    ],
    images: imagesOf(schema),
    uniqueKeys: uniqueKeysOf(schema),
    breadcrumbs: { labels: breadcrumbs, links: breadcrumbLinks },
    fileName: mdName,
    topicsText: medigyTopics,
    sameAddresses: [
      [href, cleanUrl],
      [original, sourceUrl],
    ],
    brand,
    scaffold: undefined,
    startsWith,
  };
}
