/** How topics of another vocabulary are taken into that of a site. Who has such a vocabulary has read it already. */
import { RequestType, type WorkspaceEdit } from "vscode-languageserver-protocol";

/** A topic as the other vocabulary has it. All texts are one line. */
export interface ForeignTopic {
  readonly scheme: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  readonly definition?: string;
  /** The label of the more general topic; `Scheme: Label` where that is of another scheme. */
  readonly broader?: string;
  readonly isDeprecated?: true;
  /** `Scheme: Label` */
  readonly replacedBy?: string;
}

/** Client to server: the roots of the open sites. */
export const siteRoots = new RequestType<object, readonly string[], void>("curatedContent/siteRoots");

export interface ImportTopicsParams {
  /** The root of the site that takes the topics. */
  readonly root: string;
  readonly topics: readonly ForeignTopic[];
  /** What becomes of a definition or a broader topic that the site has, and the other vocabulary has otherwise. */
  readonly differing: "keep" | "replace";
  /** What becomes of topics that the other vocabulary does not have, though it has their scheme. */
  readonly missing: "deprecate" | "keep";
  /** Topics that stay as they are, as articles write them. */
  readonly leftOut: readonly string[];
}

export interface TopicImportChange {
  readonly kind: "added" | "changed" | "retired";
  readonly topic: string;
  /** The keys of the topic that are written, but for its label. */
  readonly keys: readonly string[];
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
