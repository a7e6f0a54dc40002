/** What the server and our own client say to each other about work packages of OpenProject. */
import { RequestType, type TextDocumentIdentifier, type TextEdit } from "vscode-languageserver-protocol";
import type { WorkPackageAnswers, WorkPackageSource } from "../service/languageService.ts";

export type { WorkPackageAnswers, WorkPackageSource } from "../service/languageService.ts";

/** Client to server: what a work package says; an error says why it says nothing. */
export const readWorkPackage = new RequestType<WorkPackageSource, WorkPackageAnswers, void>(
  "curatedContent/readWorkPackage",
);

export interface RefreshParams extends WorkPackageSource {
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
