import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { contentReports as contentReportsRequest, type SiteReport } from "../protocol/contentReport.ts";
import {
  type IndexProgress,
  type LanguageService,
  type Log,
  placeIn,
  type Signal,
} from "../service/languageService.ts";
import { describeError } from "./log.ts";
import type { SettingsStore } from "./settings.ts";

interface ContentReportsParts {
  readonly service: LanguageService;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/** `curatedContent/contentReports` */
export function answerContentReports(connection: Connection, { service, settings, log }: ContentReportsParts): void {
  connection.onRequest(
    contentReportsRequest,
    async (params, token): Promise<readonly SiteReport[] | ResponseError<never>> => {
      const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
      progress.begin("Counting", 0, undefined, true);
      try {
        const roots = await service.sites();
        const signal: Signal = {
          get aborted() {
            return token.isCancellationRequested;
          },
        };
        const reports: SiteReport[] = [];
        for (const [index, root] of roots.entries()) {
          const tell: IndexProgress = (done, total) =>
            progress.report(Math.floor((100 * (index + done / total)) / roots.length), `${done} of ${total}`);
          const found = await service.contentReport(placeIn(root), {
            settings: await settings.of(root),
            signal,
            progress: tell,
          });
          if (found !== undefined && found.report.totals.articles > 0) reports.push(found);
        }
        if (!signal.aborted) return reports;
        return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
      } catch (error) {
        log.error(`${contentReportsRequest.method} failed: ${describeError(error)}`);
        return new ResponseError(LSPErrorCodes.RequestFailed, "The log says why.");
      } finally {
        progress.done();
      }
    },
  );
}
