import { isSamePath, type Path } from "../../document/node.ts";
import { derivedFieldAt } from "../../model/archetype.ts";
import { type Article, expectedValue } from "../../model/article.ts";
import type { Follower } from "../../model/following.ts";
import { imagePlaces } from "../../model/images/places.ts";
import { type ImageUse, imageUses } from "../../model/images/use.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** The file of an image that an article takes with it, by paths below the site's root. */
export interface ImageMove {
  /** The key that names it, or should. */
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
  moved: Article,
  { followers, workspace }: { readonly followers: readonly Follower[]; readonly workspace: Workspace },
): Promise<readonly ImageMove[]> {
  const { assetRoots } = article.model;
  const moves: ImageMove[] = [];
  for (const { key, was, is } of namesIn(article, moved, followers)) {
    const places = imagePlaces(was, { folder: folderOf(article.path), assetRoots }) ?? [];
    const from = await firstFile(places, article, workspace);
    if (from === undefined || moves.some((move) => move.from === from)) continue;
    const targets = imagePlaces(is, { folder: folderOf(moved.path), assetRoots }) ?? [];
    const to = targets.length === places.length ? targets[places.indexOf(from)] : undefined;
    if (to === from) continue;
    const isFree = to !== undefined && !(await workspace.exists(uriIn(article.model.root, to)));
    moves.push({ path: key, from, to: isFree ? to : undefined });
  }
  return moves;
}

/** How an image is named where the article is, and where it will be. */
interface ImageName {
  /** The key that names it, or should. */
  readonly key: Path;
  readonly was: string;
  readonly is: string;
}

/** The images that an article names, then those that it should name and does not. */
function namesIn(article: Article, moved: Article, followers: readonly Follower[]): readonly ImageName[] {
  const written = imageUses(article).map(({ path, href }) => {
    const follower = followers.find(({ field }) => isSamePath(field.path, path));
    return { key: path, was: href, is: String(follower?.value ?? href) };
  });
  const expected = article.archetype.images.flatMap((key) => {
    const field = derivedFieldAt(article.archetype, key);
    const [was, is] = [article, moved].map((one) => field && expectedValue(one, field));
    return typeof was === "string" && typeof is === "string" ? [{ key, was, is }] : [];
  });
  return [...written, ...expected];
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
