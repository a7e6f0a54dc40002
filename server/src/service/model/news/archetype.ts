import type { Archetype } from "../archetype.ts";
import { imageFields } from "../imageFields.ts";
import { imagesOf } from "../images.ts";
import type { Schema, Validate } from "../schema.ts";
import { breadcrumbLinks, breadcrumbs } from "./breadcrumbs.ts";
import { basePath, contentCategories, identifier, mastHead, type } from "./community.ts";
import { imageHref } from "./image.ts";
import { medigyTopics } from "./openProject.ts";
import { brand, cleanUrl, href, mdName, original, sourceUrl, workPackage } from "./source.ts";
import { aliases, slug } from "./title.ts";

/** The built-in archetype: a curated news article of a community. */
export function createNewsArchetype(schema: Schema, validate: Validate): Archetype {
  return {
    name: "news",
    schema,
    validate,
    files: "communities/*/curated-news/*.md",
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
    breadcrumbs: { labels: breadcrumbs, links: breadcrumbLinks },
    topicsText: medigyTopics,
    sameAddresses: [
      [href, cleanUrl],
      [original, sourceUrl],
    ],
    brand,
  };
}
