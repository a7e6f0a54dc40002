/** What the server and our own client say to each other beside LSP. Everything else works with any client. */
import { NotificationType0, RequestType } from "vscode-languageserver-protocol";

/** What diagnostics name as their source. */
export const DIAGNOSTIC_SOURCE = "curated-content";

/** What a client may say of itself when it starts the server. */
export interface InitializationOptions {
  /** The client's command that asks for completions, for keys whose values are to be offered at once. */
  readonly triggerSuggestCommand?: string;
  /** Whether the client answers `readFile`, `fileExists`, `readFolders`, `readFiles` and `readHead`. */
  readonly readsFiles?: boolean;
  /** Whether the user trusts the open folders. Where not, no code is made of what they hold, until `trustGranted`. */
  readonly isTrusted?: boolean;
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
