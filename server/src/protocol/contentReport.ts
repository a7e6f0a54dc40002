/** The content report, as the server, the panel, the command line and the page itself know it. */
import { RequestType, type WorkDoneProgressParams } from "vscode-languageserver-protocol";
import type { ContentReport } from "../service/languageService.ts";

export type { ContentReport, ReportBar, ReportEntry, ReportSection } from "../service/languageService.ts";

/** The report of a site, and the URI of its root. */
export interface SiteReport {
  readonly root: string;
  readonly report: ContentReport;
}

/** Client to server: check the open sites and count what is in them. */
export const contentReports = new RequestType<WorkDoneProgressParams, readonly SiteReport[], void>(
  "curatedContent/contentReports",
);
