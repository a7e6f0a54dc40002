import type { TextDocument } from "../document/textDocument.ts";

/**
 * What the language service sees of the outside world. The server, the command line and the tests each bring their own.
 * URIs are those of LSP clients; those of folders have no slash at their end.
 */
export interface Workspace {
  /** Lets whatever else is waiting go first, in the middle of long work. */
  pause(): Promise<void>;
  /** The document of a URI that an editor has open, as it stands there; none where there is no editor. */
  openDocument(uri: string): TextDocument | undefined;
  /** All documents that an editor has open, as they stand there. */
  openDocuments(): readonly TextDocument[];
  /** The folders that are open. They bound the search for a site's root. */
  folders(): readonly string[];
  /** The text of a file, `undefined` where it is not there or cannot be read. Never rejects. */
  readFile(uri: string): Promise<string | undefined>;
  /** Whether there is a file. Never rejects. */
  exists(uri: string): Promise<boolean>;
  /** The names of the folders in a folder, empty where it is not there. Never rejects. */
  readFolders(uri: string): Promise<readonly string[]>;
  /** The names of the files in a folder, empty where it is not there; `undefined` where nobody can look. Never rejects. */
  readFiles(uri: string): Promise<readonly string[] | undefined>;
  /**
   * The start of a file, `undefined` where it is not there, cannot be read, or is a link that leads out of a folder.
   * Never rejects.
   *
   * @param length how many bytes at most
   * @param folder the folder that the file must really be in
   */
  readHead(uri: string, length: number, folder: string): Promise<FileHead | undefined>;
  /** The same as text, read as UTF-8; where that ends within a character, its last letter may be another. Never rejects. */
  readStart(uri: string, length: number): Promise<FileStart | undefined>;
}

/** The start of a file. */
export interface FileStart {
  readonly text: string;
  /**
   * What the file looked like before it was read: another text wherever it has changed since. Absent where nobody can tell,
   * and where it changed so shortly before that it could change again unnoticed.
   */
  readonly stamp?: string | undefined;
}

/** The first bytes of a file. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** How many bytes the whole file has. */
  readonly size: number;
}

/** Where the language service says what it did and what it could not do. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
