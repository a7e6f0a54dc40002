import { isSamePath } from "../../document/node.ts";
import type { FileEdit, SiteEdit } from "../places.ts";
import { bodyEdits } from "./bodyEdits.ts";
import type { ImageMove } from "./imageMoves.ts";
import { settleImages } from "./imageSettlement.ts";
import { type MoveOptions, type MovingArticle, readMovingArticle } from "./movingArticle.ts";
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
    const article = await readMovingArticle(move, options);
    if (article !== undefined) moving.push(article);
  }
  const images = await settleImages(moving, moves, options);
  const files = await Promise.all(moving.map((one) => editOf(one, images.of(one))));
  return {
    files: files.filter(({ edits }) => edits.length > 0),
    aliases: moving.flatMap(({ article: { uri, text }, alias }) =>
      alias.length > 0 ? [{ uri, text, edits: alias }] : [],
    ),
    renames: images.renames,
  };
}

const NOTHING: MoveEdit = { files: [], aliases: [], renames: [] };

/** The edits of an article's own text: where an image stays, so does the key that names it. */
async function editOf({ article, changes, moved }: MovingArticle, images: readonly ImageMove[]): Promise<FileEdit> {
  const { uri, text } = article;
  const stays = (path: readonly string[]) =>
    images.some((image) => image.to === undefined && isSamePath(image.path, path));
  const edits = changes.filter(({ path }) => !stays(path)).flatMap((change) => change.edits);
  return { uri, text, edits: [...edits, ...(await bodyEdits(article, moved, images))] };
}
