import type { TextEdit } from "../../document/span.ts";
import { createSpanSet } from "../../document/spanSet.ts";
import { type Article, isArticle } from "../../model/article.ts";
import type { Community } from "../../model/community.ts";
import { followersOf } from "../../model/following.ts";
import type { Indexing } from "../../workspace/indexing.ts";
import type { Sites } from "../../workspace/sites.ts";
import type { Subjects } from "../../workspace/subjects.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { isHarmless } from "../harmless.ts";
import { type ImageMove, imageMoves } from "./imageMoves.ts";
import { movedArticle } from "./movedArticle.ts";
import { addressChange, aliasEdits } from "./oldAddress.ts";
import type { FileMove } from "./pageMoves.ts";

/** What moves are looked at with. */
export interface MoveOptions {
  readonly workspace: Workspace;
  readonly sites: Sites;
  readonly indexing: Indexing;
  readonly subjects: Subjects;
  /** Whether whoever asks can rename further files. */
  readonly renamesFiles: boolean;
  /** What the community of an article is then, where not its folder alone says so. */
  communityAfter?(article: Article): Community | undefined;
  /** Asked between files: true once nobody waits for the answer any more. */
  isCancelled(): boolean;
}

/** An article under way: where it is, where it will be, and what goes along. */
export interface MovingArticle {
  readonly article: Article;
  readonly moved: Article;
  /** The derived fields that follow from its place, by their paths. */
  readonly changes: readonly { readonly path: readonly string[]; readonly edits: readonly TextEdit[] }[];
  readonly images: readonly ImageMove[];
  /** Edits that make its old address an alias; none where they would touch the others. */
  readonly alias: readonly TextEdit[];
}

/**
 * Looks at a page that moves. What there is to work out is worked out here, between the reading of one file and the next.
 *
 * @returns `undefined` where nothing goes along: it is no article, or will be none, or could not be read as well as before
 */
export async function readMovingArticle(
  { from, to }: FileMove,
  { communityAfter, renamesFiles, sites, subjects, workspace }: MoveOptions,
): Promise<MovingArticle | undefined> {
  const article = await subjects.at(from);
  if (article === undefined || !isArticle(article)) return undefined;
  const { model } = await sites.of(to);
  const moved = model.root === article.model.root ? movedArticle(article, to, communityAfter?.(article)) : undefined;
  if (moved === undefined) return undefined;
  const followers = followersOf(article, moved);
  const changes = followers.map(({ field: { path }, edits }) => ({ path, edits: edits() }));
  const edits = changes.flatMap((change) => change.edits);
  if (!isHarmless(article, edits)) return undefined;
  const images = await imageMoves(article, moved, { followers, workspace });
  const stuck = images.map((image) => ({ ...image, to: undefined }));
  return { article, moved, changes, images: renamesFiles ? images : stuck, alias: aliasBeside(article, moved, edits) };
}

function aliasBeside(article: Article, moved: Article, edits: readonly TextEdit[]): readonly TextEdit[] {
  const change = addressChange(article, edits, moved.path);
  if (change === undefined) return [];
  const { archetype, frontMatter, text } = article;
  const added = aliasEdits({ text, root: frontMatter?.root, schema: archetype.schema }, change);
  const taken = createSpanSet();
  for (const edit of edits) taken.add(edit);
  return added.some(taken.touches) || !isHarmless(article, added) ? [] : added;
}
