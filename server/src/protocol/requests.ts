/** What the server and our own client say to each other beside LSP. Everything else works with any client. */
import {
  type Location,
  NotificationType,
  NotificationType0,
  type Position,
  RequestType,
  type WorkDoneProgressParams,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";

/** What diagnostics name as their source. */
export const DIAGNOSTIC_SOURCE = "curated-content";

/** What a client may say of itself when it starts the server. */
export interface InitializationOptions {
  /** The client's command that asks for completions, for keys whose values are to be offered at once. */
  readonly triggerSuggestCommand?: string;
  /** The client's command that shows all references to what stands at a place: it is given a URI and a position. */
  readonly showReferencesCommand?: string;
  /**
   * The client's command that asks which topic is to be used instead of another, and has `changeTopic` done: it is given the
   * change, a URI and a position.
   */
  readonly changeTopicCommand?: string;
  /** Whether the client answers `readFile`, `fileExists`, `readFolders`, `readFiles` and `readHead`. */
  readonly readsFiles?: boolean;
  /** Whether the user trusts the open folders. Where not, no code is made of what they hold, until `trustGranted`. */
  readonly isTrusted?: boolean;
  /**
   * The folder, as a path of the machine that the server runs on, in which it keeps what it can find again, so that it knows
   * a large site sooner. It need not be there. Without it a folder of the user's; `false` for none.
   */
  readonly cacheFolder?: string | false;
  /** The settings of section `curatedContent`, for clients that cannot be asked for them. */
  readonly settings?: unknown;
}

/** Client to server: the user trusts the open folders now. */
export const trustGranted = new NotificationType0("curatedContent/trustGranted");

export interface FileParams {
  readonly uri: string;
}

/** Server to client: the text of a file that the server cannot reach, `null` where it cannot be read. */
export const readFile = new RequestType<FileParams, string | null, void>("curatedContent/readFile");

/** Server to client: whether there is a file. */
export const fileExists = new RequestType<FileParams, boolean, void>("curatedContent/fileExists");

/** Server to client: the names of the folders in a folder. */
export const readFolders = new RequestType<FileParams, readonly string[], void>("curatedContent/readFolders");

/** Server to client: the names of the files in a folder, empty where it is not there, `null` where it cannot be read. */
export const readFiles = new RequestType<FileParams, readonly string[] | null, void>("curatedContent/readFiles");

export interface FileHeadParams extends FileParams {
  /** How many bytes at most. */
  readonly length: number;
}

export interface FileHeadResult {
  /** The first bytes of the file, in Base64. */
  readonly base64: string;
  /** How many bytes the whole file has. */
  readonly size: number;
}

/** Server to client: the start of a file, `null` where it cannot be read. */
export const readHead = new RequestType<FileHeadParams, FileHeadResult | null, void>("curatedContent/readHead");

export interface DocumentStatusParams {
  readonly textDocument: FileParams;
}

/** What the server takes a document for. How many problems it has, a client knows from their diagnostics. */
export interface DocumentStatus {
  readonly archetype: string;
  /** The community's name, else its slug. */
  readonly community: string | null;
  /** What is wrong with the site's own files, in plain words. */
  readonly siteProblems: readonly string[];
}

/** Client to server: `null` where the document is no article. */
export const documentStatus = new RequestType<DocumentStatusParams, DocumentStatus | null, void>(
  "curatedContent/documentStatus",
);

/** Client to server: a document is shown no more, be it still open or not, so that the client does not ask about it. */
export const didHideDocument = new NotificationType<FileParams>("curatedContent/didHideDocument");

/** How many problems there are, by how serious they are. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Informations and hints. */
  readonly others: number;
}

/** A place in the tree of the open sites: communities, archetypes and topics, and the articles in them. */
export interface SiteNode {
  /** The steps that lead to it, from the root of its site on: the same as long as what it stands for is there. */
  readonly steps: readonly string[];
  readonly kind: "site" | "communities" | "community" | "archetype" | "topics" | "scheme" | "topic" | "article";
  readonly label: string;
  /** The file of an article. */
  readonly uri?: string;
  /** The site's own file that lists a community or a topic. */
  readonly listedIn?: string;
  /** How many articles are in it. */
  readonly articles: number;
  /** How many of these were not checked, so that nobody knows their problems. */
  readonly unchecked: number;
  /** The problems of those that were. */
  readonly problems: ProblemCounts;
}

export interface SiteTreeParams {
  /** The node whose nodes are asked for; at the top there is none. */
  readonly steps?: readonly string[];
}

export interface SiteTreeResult {
  readonly nodes: readonly SiteNode[];
  /** Whether articles are still being read, or somebody stopped that. */
  readonly state: "read" | "reading" | "stopped";
  /** At the top, all problems that are known of all articles. */
  readonly problems: ProblemCounts;
}

/** Client to server: the nodes below one of the tree of the open sites. */
export const siteTree = new RequestType<SiteTreeParams, SiteTreeResult, void>("curatedContent/siteTree");

export interface SiteNodePlaceParams {
  /** The file that lists it. */
  readonly uri: string;
  readonly kind: "community" | "topic";
  /** The slug of a community; a topic as articles write it. */
  readonly key: string;
}

/** Client to server: where a community or a topic stands in the file that lists it. */
export const siteNodePlace = new RequestType<SiteNodePlaceParams, Location | null, void>(
  "curatedContent/siteNodePlace",
);

/** Server to client: the tree may be another. Sent to clients that have asked for it. */
export const didChangeSiteTree = new NotificationType0("curatedContent/didChangeSiteTree");

export interface CheckSitesResult {
  /** How many files were checked. */
  readonly files: number;
  /** How many of them have problems. */
  readonly faulty: number;
  readonly problems: ProblemCounts;
}

/**
 * Client to server: check all articles of the open sites. Their problems come as diagnostics, then and later, as articles
 * change.
 */
export const checkSites = new RequestType<WorkDoneProgressParams, CheckSitesResult, void>("curatedContent/checkSites");

export interface FixSitesResult {
  /** All right answers in all articles; `null` where there is none. */
  readonly edit: WorkspaceEdit | null;
  /** How many files it changes. */
  readonly files: number;
  /** Errors in the own files of sites, in plain words: of such a site nothing is repaired. */
  readonly siteProblems: readonly string[];
}

/** Client to server: work out all right answers in all articles of the open sites. Nothing is changed. */
export const fixSites = new RequestType<WorkDoneProgressParams, FixSitesResult, void>("curatedContent/fixSites");
export interface TopicParams {
  readonly textDocument: FileParams;
  /** A place where a topic is named, in an article or in the vocabulary. */
  readonly position: Position;
}

/** A topic, what can be done with it, and the topics that may be used instead, the likeliest first. */
export interface TopicChoices {
  readonly topic: string;
  readonly changes: readonly ("merge" | "deprecate")[];
  readonly replacements: readonly string[];
}

/** Client to server: `null` where no topic is named, or no other could be used. */
export const topicChoices = new RequestType<TopicParams, TopicChoices | null, void>("curatedContent/topicChoices");

export interface ChangeTopicParams extends TopicParams {
  readonly change: "merge" | "deprecate";
  /** The topic that is used instead. */
  readonly replacement: string;
}

/**
 * Client to server: the edit that merges a topic into another, in the vocabulary and in all articles, or that says in the
 * vocabulary that it was replaced. An error says why that cannot be.
 */
export const changeTopic = new RequestType<ChangeTopicParams, WorkspaceEdit | null, void>("curatedContent/changeTopic");
