/** What the extension and the page in its preview panel say to each other. */
import type { Markup, PreviewPart, PreviewProblem } from "../../server/src/protocol/preview.ts";

/** All that the page shows but for the body's text. URIs of files are those that a webview may load. */
export interface PageFacts {
  readonly uri: string;
  readonly parts: readonly PreviewPart[];
  readonly permalink: string | null;
  /** The name and the address of the site, where its configuration says them. */
  readonly site: { readonly title: string | null; readonly baseUrl: string | null };
  /** The featured image. */
  readonly image: string | null;
  /** The line on which the body starts, from 0; `null` while nobody can tell. */
  readonly bodyLine: number | null;
  readonly bodyProblems: readonly PreviewProblem[];
  readonly otherProblems: readonly PreviewProblem[];
  readonly markup: Markup;
  /** The folders in which the images of the body may lie. */
  readonly imageFolders: readonly string[];
  /** How many of them, at the end, are those in which a path with a slash at its start may lie. */
  readonly assetRoots: number;
  /** The site's own style sheets. */
  readonly styles: readonly string[];
  readonly remoteImages: "loaded" | "blocked";
}

/** A stretch of the body's text that was replaced: the rest is as it was. Offsets are UTF-16 code units. */
export interface BodyChange {
  /** How long the text was before; 0 for all of it, whatever the page has. */
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type ToPage =
  /** Only what is not as it was in the message before. */
  | { readonly type: "update"; readonly facts: Partial<PageFacts>; readonly body?: BodyChange }
  /** The document is no article any more. */
  | { readonly type: "nothing" }
  /** The line at the top of the editor, from 0, with the part of it that is out of sight. */
  | { readonly type: "scroll"; readonly line: number }
  /** Where the cursor is. */
  | { readonly type: "cursor"; readonly line: number };

export type FromPage =
  /** The page has nothing yet, or has lost count: it wants everything. */
  | { readonly type: "ready" }
  | { readonly type: "reveal"; readonly range: PreviewPart["range"] }
  | { readonly type: "open"; readonly target: string }
  | { readonly type: "scrolled"; readonly line: number }
  | { readonly type: "allowRemoteImages" };

/** What the page remembers of itself, and by which a panel is restored. */
export interface PageMemory {
  readonly uri?: string;
  readonly tab?: string;
  readonly scheme?: string;
  readonly width?: string;
}

/** The page's words in the user's language; `{0}` and `{1}` are gaps. */
export interface Words {
  readonly page: string;
  readonly listCard: string;
  readonly searchResult: string;
  readonly socialCard: string;
  readonly views: string;
  readonly asEditor: string;
  readonly light: string;
  readonly dark: string;
  readonly wide: string;
  readonly narrow: string;
  readonly colours: string;
  readonly width: string;
  readonly nothing: string;
  readonly noMastHead: string;
  readonly noTitle: string;
  readonly noAuthor: string;
  readonly noDate: string;
  readonly noTopics: string;
  readonly noImage: string;
  readonly imageNotFound: string;
  readonly noDescription: string;
  readonly noBody: string;
  readonly openFrontMatter: string;
  readonly curatedBy: string;
  readonly and: string;
  readonly updated: string;
  readonly readFullStory: string;
  readonly goToKey: string;
  readonly follow: string;
  readonly topics: string;
  readonly breadcrumbs: string;
  readonly htmlOmitted: string;
  readonly htmlOmittedOnce: string;
  readonly htmlOmittedWhy: string;
  readonly htmlUnknown: string;
  readonly omittedHere: string;
  readonly imagesBlocked: string;
  readonly imageBlockedOnce: string;
  readonly loadImages: string;
  readonly blockedImage: string;
  readonly problemsInText: string;
  readonly otherProblems: string;
  readonly lengths: string;
  readonly title: string;
  readonly description: string;
  readonly image: string;
  readonly characters: string;
  readonly fits: string;
  readonly missing: string;
  readonly cutInSearch: string;
  readonly cutInList: string;
  readonly cutInSocial: string;
  readonly shortForSearch: string;
  readonly pixels: string;
  readonly imageGood: string;
  readonly imageSmall: string;
  readonly imageShape: string;
  readonly imageNoPixels: string;
}
