import { isSamePath, type Path } from "../../document/node.ts";
import type { Article } from "../../model/article.ts";
import type { Follower } from "../../model/following.ts";
import { imagePlaces } from "../../model/images/places.ts";
import { type ImageUse, imageUses } from "../../model/images/use.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** The file of an image that an article takes with it, by paths below the site's root. */
export interface ImageMove {
  /** The key that names it. */
  readonly path: Path;
  readonly from: string;
  /** `undefined` where it has no place to go to, so that it stays, and its name with it. */
  readonly to: string | undefined;
}

/**
 * The images that an article must take with it when it moves, so that its keys still lead to them: those that lie beside
 * it, and those whose names follow from its own.
 *
 * @param article the article where it is
 * @param moved the article where it will be
 */
export async function imageMoves(
  article: Article,
  { path }: Article,
  { followers, workspace }: { readonly followers: readonly Follower[]; readonly workspace: Workspace },
): Promise<readonly ImageMove[]> {
  const { assetRoots } = article.model;
  const moves: ImageMove[] = [];
  for (const use of imageUses(article)) {
    const places = imagePlaces(use.href, { folder: folderOf(article.path), assetRoots }) ?? [];
    const from = await firstFile(places, article, workspace);
    if (from === undefined) continue;
    const href = followers.find(({ field }) => isSamePath(field.path, use.path))?.value ?? use.href;
    const targets = imagePlaces(String(href), { folder: folderOf(path), assetRoots }) ?? [];
    const to = targets.length === places.length ? targets[places.indexOf(from)] : undefined;
    if (to === from) continue;
    const isFree = to !== undefined && !(await workspace.exists(uriIn(article.model.root, to)));
    moves.push({ path: use.path, from, to: isFree ? to : undefined });
  }
  return moves;
}

/** The file that an article names, below the site's root; `undefined` where there is none. */
export function imageFile(article: Article, { href }: ImageUse, workspace: Workspace): Promise<string | undefined> {
  const { assetRoots } = article.model;
  return firstFile(imagePlaces(href, { folder: folderOf(article.path), assetRoots }) ?? [], article, workspace);
}

async function firstFile(
  places: readonly string[],
  { model }: Article,
  workspace: Workspace,
): Promise<string | undefined> {
  for (const place of places) if (await workspace.exists(uriIn(model.root, place))) return place;
  return undefined;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
