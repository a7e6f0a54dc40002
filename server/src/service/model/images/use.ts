import { isSamePath, type Pair, type Path, pairAt } from "../../document/node.ts";
import { derivedFieldAt } from "../archetype.ts";
import { type Article, disagreement, isArticle, isUnsure } from "../article.ts";
import type { DerivedField } from "../derivedField.ts";
import { pathOf } from "../schema.ts";
import type { StructuredDocument } from "../structuredDocument.ts";
import { imagePlaces } from "./places.ts";

/** A place in an article that names the file of an image. */
export interface ImageUse {
  readonly path: Path;
  readonly pair: Pair;
  readonly href: string;
  /** What the file's name follows from, where it follows from something. */
  readonly field: DerivedField | undefined;
}

/** The images that an article names, but for what is no text, empty, or cannot be read, as while typed. */
export function imageUses(article: Article): readonly ImageUse[] {
  return article.archetype.images.flatMap((path) => {
    const pair = pairAt(article.frontMatter?.root, path);
    const href = article.value(path);
    if (pair === undefined || typeof href !== "string" || href.trim() === "" || isUnsure(article, path)) return [];
    return [{ path, pair, href, field: derivedFieldAt(article.archetype, path) }];
  });
}

/** Whether a value is the file of an image and leads out of the site. */
export function leavesSite(article: StructuredDocument, path: Path): boolean {
  if (!isArticle(article)) return false;
  if (!article.archetype.images.some((image) => isSamePath(image, path))) return false;
  const href = article.value(path);
  const folder = article.path.slice(0, Math.max(0, article.path.lastIndexOf("/")));
  return typeof href === "string" && imagePlaces(href, { folder, assetRoots: article.model.assetRoots }) === undefined;
}

/** Whether nothing else is to be said about an image's file, so that one may ask what is at its place. */
export function isInOrder(article: Article, { path, field }: ImageUse): boolean {
  if (leavesSite(article, path)) return false;
  if (field !== undefined && disagreement(article, field) !== undefined) return false;
  const values = article.frontMatter?.values ?? {};
  return !article.schemaErrors().some(({ instancePath }) => isSamePath(pathOf(instancePath, values), path));
}
