import type { Span, TextEdit } from "../document/span.ts";

/** A place in a file of the site, with the text that its offsets count in. */
export interface TextPlace extends Span {
  readonly uri: string;
  readonly text: string;
}

/** Edits of one file, counted in its text. */
export interface FileEdit {
  readonly uri: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** A change of several files, made and undone as one. */
export interface SiteEdit {
  readonly files: readonly FileEdit[];
  readonly renames?: readonly { readonly from: string; readonly to: string }[];
}
