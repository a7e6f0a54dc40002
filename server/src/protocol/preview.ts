/** The page of an article, as our own client shows it beside the editor. */
import { type Range, RequestType } from "vscode-languageserver-protocol";
import type { Markup, PreviewRole, Severity } from "../service/languageService.ts";

export type { Markup, PreviewRole } from "../service/languageService.ts";

/** A problem, and where it is in the document. */
export interface PreviewProblem {
  readonly range: Range;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A fact that the page shows, and where it is in the document. */
export interface PreviewPart {
  readonly role: PreviewRole;
  /** The value; where it is empty the key, and where that is missing the line that opens the front matter. */
  readonly range: Range;
  /** The key, as dotted name; an item of a list has its index at the end, from 0. */
  readonly key: string;
  readonly text: string;
  readonly isMissing: boolean;
  /** Where it leads: an address on the web, or the URI of a file of the site. */
  readonly target?: string;
  readonly note?: string;
  /** Of an image: width and height in pixels. */
  readonly size?: readonly [width: number, height: number];
  readonly problems: readonly PreviewProblem[];
}

export interface PreviewResult {
  /** The version of the document that all ranges count in. */
  readonly version: number;
  readonly archetype: string;
  readonly parts: readonly PreviewPart[];
  readonly permalink: string | null;
  /** Where the body is; `null` where nobody can tell where the front matter ends. */
  readonly body: Range | null;
  readonly bodyProblems: readonly PreviewProblem[];
  /** The problems of what the page does not show. */
  readonly otherProblems: readonly PreviewProblem[];
  /** URIs of the folders in which the images of the body may lie, the likeliest first. */
  readonly imageFolders: readonly string[];
  /** How many of them, at the end, are those in which a path with a slash at its start may lie. */
  readonly assetRoots: number;
  readonly markup: Markup;
  /** The name and the address of the site, where its configuration of Hugo says them. */
  readonly site: { readonly title: string | null; readonly baseUrl: string | null };
}

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

export interface PageTargetParams extends PreviewParams {
  /** A path on the site, as a link of the page has it. */
  readonly target: string;
}

/** Client to server: the file of the page that a link of an article leads to; `null` where no page is known there. */
export const pageTarget = new RequestType<PageTargetParams, { readonly uri: string } | null, void>(
  "curatedContent/pageTarget",
);

/** Client to server: the page of an article as it stands in the editor; `null` where a document is none. */
export const preview = new RequestType<PreviewParams, PreviewResult | null, void>("curatedContent/preview");
