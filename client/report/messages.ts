import type { ContentReport } from "../../server/src/protocol/contentReport.ts";
import type { ReportTexts } from "../../server/src/protocol/reportTexts.ts";

/** What the page shows. */
export interface ShownReport {
  readonly report: ContentReport;
  readonly texts: ReportTexts;
}

/** What the page tells the panel that it is in. */
export type PageMessage =
  | { readonly type: "ready" }
  | { readonly type: "refresh" }
  | { readonly type: "save" }
  /** A file of the site is to be opened; the line counts from 1. */
  | { readonly type: "open"; readonly path: string; readonly line: number };
