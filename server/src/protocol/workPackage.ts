/** What the server and our own client say to each other about work packages of OpenProject. */
import { RequestType, type TextDocumentIdentifier, type TextEdit } from "vscode-languageserver-protocol";
import type { Values } from "./newArticle.ts";

/** A work package and its schema, each in HAL+JSON as OpenProject's API answers it. */
export interface WorkPackageParams {
  readonly workPackage: string;
  readonly schema?: string | undefined;
}

/** What a work package answers of what the author of a new article is asked. */
export interface WorkPackageAnswers {
  readonly title: string;
  readonly source?: string | undefined;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  readonly description?: string | undefined;
  readonly body?: string | undefined;
  readonly values: Values;
  /** The picture that is attached to it. */
  readonly image?: { readonly id: number; readonly fileName: string } | undefined;
}

/** Client to server: what a work package says; an error says why it says nothing. */
export const readWorkPackage = new RequestType<WorkPackageParams, WorkPackageAnswers, void>(
  "curatedContent/readWorkPackage",
);

export interface RefreshParams extends WorkPackageParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface KeyChange {
  /** With dots. */
  readonly name: string;
  /** What it says, in words. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

/** Client to server: what an article says otherwise than its work package; `null` where a document is no article. */
export const refreshFromWorkPackage = new RequestType<RefreshParams, readonly KeyChange[] | null, void>(
  "curatedContent/refreshFromWorkPackage",
);
