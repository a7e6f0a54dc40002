import type { Connection } from "vscode-languageserver";
import { contentReports as contentReportsRequest, type SiteReport } from "../protocol/contentReport.ts";
import { type LanguageService, type Log, placeIn } from "../service/languageService.ts";
import type { SettingsStore } from "./settings.ts";
import { createSiteTasks, type SiteTask } from "./siteTask.ts";

interface ContentReportsParts {
  readonly service: LanguageService;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/** `curatedContent/contentReports` */
export function answerContentReports(connection: Connection, parts: ContentReportsParts): void {
  const answering = createSiteTasks({ connection, ...parts });
  const about = { method: contentReportsRequest.method, title: "Counting" };
  connection.onRequest(
    contentReportsRequest,
    answering(about, (task) => contentReports(task, parts)),
  );
}

async function contentReports(
  { roots, signal, progressOf }: SiteTask,
  { service, settings }: ContentReportsParts,
): Promise<readonly SiteReport[]> {
  const reports: SiteReport[] = [];
  for (const [index, root] of roots.entries()) {
    const own = await settings.of(root);
    const found = await service.contentReport(placeIn(root), { settings: own, signal, progress: progressOf(index) });
    if (found !== undefined && found.report.totals.articles > 0) reports.push(found);
  }
  return reports;
}
