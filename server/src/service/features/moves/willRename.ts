import { isSamePath } from "../../document/node.ts";
import type { TextEdit } from "../../document/span.ts";
import { createSpanSet } from "../../document/spanSet.ts";
import { isArticle } from "../../model/article.ts";
import { followersOf } from "../../model/following.ts";
import { isHarmless } from "../harmless.ts";
import type { FileEdit, SiteEdit } from "../places.ts";
import { bodyEdits } from "./bodyEdits.ts";
import { type ImageMove, imageMoves } from "./imageMoves.ts";
import { settleImages } from "./imageSettlement.ts";
import { movedArticle } from "./movedArticle.ts";
import type { MoveOptions, MovingArticle } from "./movingArticle.ts";
import { addressChange, aliasEdits } from "./oldAddress.ts";
import { type FileMove, movesOfPages } from "./pageMoves.ts";

/** What must change when files move, so that their front matter stays true. Edits are those of the files where they are. */
export interface MoveEdit extends SiteEdit {
  /** Further edits, which touch none of the others: the aliases by which the articles are still found where they were. */
  readonly aliases: readonly FileEdit[];
}

/**
 * What must change in articles that move to another folder or get another name, alone or with the folders they are in: the
 * values that follow from their place, as far as these agree with the place they leave, and the files of their images.
 *
 * @param moves files and folders by their URIs
 */
export async function editsOfMoves(moves: readonly FileMove[], options: MoveOptions): Promise<MoveEdit> {
  const moving: MovingArticle[] = [];
  for (const move of await movesOfPages(moves, options)) {
    if (options.isCancelled()) return NOTHING;
    const article = await movingArticle(move, options);
    if (article !== undefined) moving.push(article);
  }
  const images = await settleImages(moving, moves, options);
  const [files, aliases]: [FileEdit[], FileEdit[]] = [[], []];
  for (const one of moving) {
    if (options.isCancelled()) return NOTHING;
    const { uri, text } = one.article;
    const edits = await editsOf(one, images.of(one));
    const alias = edits === undefined ? [] : aliasBeside(one, edits);
    if (edits !== undefined && edits.length > 0) files.push({ uri, text, edits });
    if (alias.length > 0) aliases.push({ uri, text, edits: alias });
  }
  return { files, aliases, renames: images.renames };
}

const NOTHING: MoveEdit = { files: [], aliases: [], renames: [] };

async function movingArticle(
  { from, to }: FileMove,
  { renamesFiles, sites, subjects, workspace }: MoveOptions,
): Promise<MovingArticle | undefined> {
  const article = await subjects.at(from);
  if (article === undefined || !isArticle(article)) return undefined;
  const { model } = await sites.of(to);
  const moved = model.root === article.model.root ? movedArticle(article, to) : undefined;
  if (moved === undefined) return undefined;
  const followers = followersOf(article, moved);
  const images = await imageMoves(article, moved, { followers, workspace });
  const stuck = images.map((image) => ({ ...image, to: undefined }));
  return { article, moved, followers, images: renamesFiles ? images : stuck };
}

/** The edits of an article's own text; `undefined` where they would make it less readable than it is. */
async function editsOf(
  { article, moved, followers }: MovingArticle,
  images: readonly ImageMove[],
): Promise<readonly TextEdit[] | undefined> {
  const stays = (path: readonly string[]) =>
    images.some((image) => image.to === undefined && isSamePath(image.path, path));
  const edits = followers.filter(({ field }) => !stays(field.path)).flatMap((follower) => follower.edits());
  if (!isHarmless(article, edits)) return undefined;
  return [...edits, ...(await bodyEdits(article, moved, images))];
}

function aliasBeside({ article, moved }: MovingArticle, edits: readonly TextEdit[]): readonly TextEdit[] {
  const change = addressChange(article, edits, moved.path);
  if (change === undefined) return [];
  const { archetype, frontMatter, text } = article;
  const added = aliasEdits({ text, root: frontMatter?.root, schema: archetype.schema }, change);
  const taken = createSpanSet();
  for (const edit of edits) taken.add(edit);
  return added.some(taken.touches) || !isHarmless(article, added) ? [] : added;
}
