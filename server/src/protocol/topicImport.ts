/** How topics of another vocabulary are taken into that of a site. Who has such a vocabulary has read it already. */
import { RequestType, type WorkspaceEdit } from "vscode-languageserver-protocol";
import type { Concept, TopicImportChange } from "../service/languageService.ts";

export type { Concept, ReadConcepts, ReadingFault, TopicImportChange } from "../service/languageService.ts";

/** Client to server: the roots of the open sites. */
export const siteRoots = new RequestType<object, readonly string[], void>("curatedContent/siteRoots");

export interface ImportTopicsParams {
  /** The root of the site that takes the topics. */
  readonly root: string;
  readonly topics: readonly Concept[];
  /** What becomes of a definition or a broader topic that the site has, and the other vocabulary has otherwise. */
  readonly differing: "keep" | "replace";
  /** What becomes of topics that the other vocabulary does not have, though it has their scheme. */
  readonly missing: "deprecate" | "keep";
  /** Topics that stay as they are, as articles write them. */
  readonly leftOut: readonly string[];
}

export interface ImportTopicsResult {
  /** The file that lists the topics of the site. */
  readonly vocabulary: string;
  /** All that the import would change, what is left out as well. */
  readonly changes: readonly TopicImportChange[];
  /** How many topics have a definition or a broader topic of their own that is kept. */
  readonly kept: number;
  /** Makes the changes, but for those that are left out; `null` where there are none. */
  readonly edit: WorkspaceEdit | null;
}

/** Client to server: what other topics make of a site's vocabulary. Nothing is changed. An error says why it cannot be. */
export const importTopics = new RequestType<ImportTopicsParams, ImportTopicsResult, void>(
  "curatedContent/importTopics",
);
