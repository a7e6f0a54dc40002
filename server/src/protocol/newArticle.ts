/** What the server and our own client say to each other about new articles. */
import { type Range, RequestType, type WorkspaceEdit } from "vscode-languageserver-protocol";

export interface NewArticleSitesParams {
  /** A file, or with a slash at its end a folder, that the article is to be near: only its site is asked for. */
  readonly uri?: string;
}

/** A site that an article may be written for. */
export interface NewArticleSite {
  /** Its root, a URI without a slash at its end. */
  readonly root: string;
  readonly archetypes: readonly {
    readonly name: string;
    readonly description?: string | undefined;
    readonly articles: number;
    /** Whether each of its articles belongs to a community. */
    readonly hasCommunity: boolean;
    /** Whether it curates a page of another site. */
    readonly source: "required" | "optional" | "none";
    readonly hasTopics: boolean;
    readonly hasImage: boolean;
  }[];
  readonly communities: readonly {
    readonly slug: string;
    readonly name?: string | undefined;
    readonly articles: number;
  }[];
  /** What the place that was asked about says of an article there. */
  readonly here: { readonly archetype?: string | undefined; readonly community?: string | undefined };
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

export interface TopicChoice {
  /** As articles write it. */
  readonly topic: string;
  readonly scheme: string;
  readonly label: string;
  /** How many articles use it. */
  readonly articles: number;
  readonly altLabels: readonly string[];
  readonly definition?: string | undefined;
}

/** Client to server: the topics that an article may have, the most used first. Of very many, those. */
export const newArticleTopics = new RequestType<NewArticleTopicsParams, readonly TopicChoice[], void>(
  "curatedContent/newArticleTopics",
);

export interface NewArticleParams {
  readonly root: string;
  readonly archetype: string;
  readonly community?: string | undefined;
  /** Empty as long as only the other answers are to be looked at. */
  readonly title: string;
  readonly source?: string | undefined;
  /** Those that the vocabulary does not list are added to it. */
  readonly topics: readonly string[];
  readonly authors?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly body?: string | undefined;
  /** The URI of the file of its image, wherever that is. */
  readonly image?: string | undefined;
  /** What else is known of its keys, which goes before the other answers. What its schema has no place for is left out. */
  readonly values?: Values | undefined;
}

/** Values by their keys, as front matter has them. */
export interface Values {
  readonly [key: string]: Value;
}

type Value = string | number | boolean | null | readonly Value[] | Values;

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
