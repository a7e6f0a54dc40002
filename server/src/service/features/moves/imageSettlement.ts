import { type Article, isArticle } from "../../model/article.ts";
import { imageUses } from "../../model/images/use.ts";
import { uriIn } from "../../workspace/uri.ts";
import { type ImageMove, imageFile } from "./imageMoves.ts";
import type { MoveOptions, MovingArticle } from "./movingArticle.ts";
import { type FileMove, placesAfter } from "./pageMoves.ts";

/** What comes of the images that moving articles would take with them. */
export interface Settlement {
  /** The images of an article, without a place to go to where they stay. */
  of(one: MovingArticle): readonly ImageMove[];
  /** The renames that are to be made besides those that are under way. */
  readonly renames: readonly FileMove[];
}

/**
 * Decides which images go. One stays that another article needs where it is, that goes to another place already, or whose
 * place another one takes: then an author decides, and no rename fails.
 *
 * @param moves what is under way
 */
export async function settleImages(
  moving: readonly MovingArticle[],
  moves: readonly FileMove[],
  options: MoveOptions,
): Promise<Settlement> {
  const settled = new Map<MovingArticle, readonly ImageMove[]>();
  const renames = new Map<string, FileMove>();
  const takers = new Map<string, string>();
  const placeAfter = placesAfter(moves);
  for (const one of moving) {
    const images: ImageMove[] = [];
    for (const image of one.images) {
      const goes = image.to !== undefined && (await maySettle(one, image, { moving, placeAfter, takers, options }));
      images.push(goes ? image : { ...image, to: undefined });
      if (!goes || image.to === undefined) continue;
      takers.set(image.to, image.from);
      const { root } = one.article.model;
      const [from, to] = [uriIn(root, image.from), uriIn(root, image.to)];
      if (placeAfter(from) === undefined) renames.set(from, { from, to });
    }
    settled.set(one, images);
  }
  return { of: (one) => settled.get(one) ?? [], renames: [...renames.values()] };
}

interface Claims {
  readonly moving: readonly MovingArticle[];
  /** Where a file is once all that is under way has moved. */
  placeAfter(uri: string): string | undefined;
  /** The files that take the places of others, by these. */
  readonly takers: ReadonlyMap<string, string>;
  readonly options: MoveOptions;
}

async function maySettle(
  { article }: MovingArticle,
  { from, to = "" }: ImageMove,
  { moving, placeAfter, takers, options }: Claims,
): Promise<boolean> {
  const { root } = article.model;
  const goesTo = placeAfter(uriIn(root, from));
  if (goesTo !== undefined && goesTo !== uriIn(root, to)) return false;
  if ((takers.get(to) ?? from) !== from) return false;
  for (const { path } of article.index.find("image", nameOf(from))) {
    if (path === article.path) continue;
    const together = moving.find((other) => other.article.path === path);
    const goesAlong = together?.images.some((image) => image.from === from && image.to === to);
    if (goesAlong !== true && (await needs(uriIn(root, path), from, options))) return false;
  }
  return true;
}

/** Whether the article at a URI names the file of an image. */
async function needs(uri: string, file: string, { subjects, workspace }: MoveOptions): Promise<boolean> {
  const other = await subjects.at(uri);
  if (other === undefined || !isArticle(other)) return false;
  return namesFile(other, file, workspace);
}

async function namesFile(article: Article, file: string, workspace: MoveOptions["workspace"]): Promise<boolean> {
  for (const use of imageUses(article)) if ((await imageFile(article, use, workspace)) === file) return true;
  return false;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
