/** What the server and our own client say to each other about new articles. */
import { type Range, RequestType, type WorkspaceEdit } from "vscode-languageserver-protocol";
import type { NewArticleRequest, NewArticleSite, TopicChoice } from "../service/languageService.ts";

export type { NewArticleSite, TopicChoice } from "../service/languageService.ts";

export interface NewArticleSitesParams {
  /** A file, or with a slash at its end a folder, that the article is to be near: only its site is asked for. */
  readonly uri?: string;
}

/** Client to server: the sites that an article may be written for. Waits until their pages are read. */
export const newArticleSites = new RequestType<NewArticleSitesParams, readonly NewArticleSite[], void>(
  "curatedContent/newArticleSites",
);

export interface NewArticleTopicsParams {
  readonly root: string;
  /** The slug of the community whose use counts first. */
  readonly community?: string | undefined;
}

/** Client to server: the topics that an article may have, the most used first. Of very many, those. */
export const newArticleTopics = new RequestType<NewArticleTopicsParams, readonly TopicChoice[], void>(
  "curatedContent/newArticleTopics",
);

/** Topics that the vocabulary does not list are added to it. */
export type NewArticleParams = Omit<NewArticleRequest, "newTopics">;

/** An article that is to be written. */
export interface NewArticle {
  readonly uri: string;
  readonly text: string;
  /** What its author fills in first. */
  readonly selection: Range;
  /**
   * The articles that stand in its way: at its path, about the same page in its community, at the same address, or with an
   * alias of it.
   */
  readonly curated: readonly {
    readonly same: "file" | "source" | "permalink" | "alias";
    readonly uri: string;
    readonly title?: string | undefined;
  }[];
  /** The file to copy for its image. */
  readonly image: { readonly from: string; readonly to: string } | null;
  /** Gives the vocabulary the topics that are new. */
  readonly vocabulary: WorkspaceEdit | null;
}

/** Client to server: the article that follows from answers; an error says why there is none. Nothing is written. */
export const newArticle = new RequestType<NewArticleParams, NewArticle, void>("curatedContent/newArticle");
