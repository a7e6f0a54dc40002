import type { Article } from "../../model/article.ts";
import type { Follower } from "../../model/following.ts";
import type { Indexing } from "../../workspace/indexing.ts";
import type { Sites } from "../../workspace/sites.ts";
import type { Subjects } from "../../workspace/subjects.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ImageMove } from "./imageMoves.ts";

/** What moves are looked at with. */
export interface MoveOptions {
  readonly workspace: Workspace;
  readonly sites: Sites;
  readonly indexing: Indexing;
  readonly subjects: Subjects;
  /** Whether whoever asks can rename further files. */
  readonly renamesFiles: boolean;
  /** Asked between files: true once nobody waits for the answer any more. */
  isCancelled(): boolean;
}

/** An article under way: where it is, where it will be, and what goes along. */
export interface MovingArticle {
  readonly article: Article;
  readonly moved: Article;
  readonly followers: readonly Follower[];
  readonly images: readonly ImageMove[];
}
