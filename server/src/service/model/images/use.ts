import { isSamePath, type Pair, type Path, pairAt } from "../../document/node.ts";
import { derivedFieldAt } from "../archetype.ts";
import { type Article, disagreement, isArticle, isUnsure } from "../article.ts";
import type { DerivedField } from "../derivedField.ts";
import { oncePerDocument } from "../oncePer.ts";
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
  return isArticle(article) && pathsOutside(article).some((outside) => isSamePath(outside, path));
}

/** The keys that hold the file of an image which is not in the site. */
const pathsOutside = oncePerDocument(({ archetype, model, path, value }: Article): readonly Path[] => {
  const base = { folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))), assetRoots: model.assetRoots };
  return archetype.images.filter((image) => {
    const href = value(image);
    return typeof href === "string" && imagePlaces(href, base) === undefined;
  });
});

/** Whether nothing else is to be said about an image's file, so that one may ask what is at its place. */
export function isInOrder(article: Article, { path, field }: ImageUse): boolean {
  if (leavesSite(article, path)) return false;
  if (field !== undefined && disagreement(article, field) !== undefined) return false;
  const values = article.frontMatter?.values ?? {};
  return !article.schemaErrors().some(({ instancePath }) => isSamePath(pathOf(instancePath, values), path));
}
