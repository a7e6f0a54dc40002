import type { CancellationToken, Connection, ResponseError, WorkDoneProgressParams } from "vscode-languageserver";
import type { IndexProgress, LanguageService, Log, Signal } from "../service/languageService.ts";
import { respond } from "./responses.ts";

/** What is asked of each of the open sites, one after the other. */
export interface SiteTask {
  readonly roots: readonly string[];
  readonly signal: Signal;
  /** The progress of the site at a place in the list. */
  progressOf(index: number): IndexProgress;
}

interface SiteTaskOptions {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly log: Log;
}

/** Answers a request about all open sites, with progress where the client wants to see it. */
export function createSiteTasks({ connection, service, log }: SiteTaskOptions) {
  return <Result>(
    { method, title }: { readonly method: string; readonly title: string },
    work: (task: SiteTask) => Promise<Result>,
  ) =>
    async (params: WorkDoneProgressParams, token: CancellationToken): Promise<Result | ResponseError<never>> => {
      const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
      progress.begin(title, 0, undefined, true);
      const answer = await respond({ method, token, log }, async () => {
        const roots = await service.sites();
        return work({
          roots,
          signal: {
            get aborted() {
              return token.isCancellationRequested;
            },
          },
          progressOf: (index) => (done, total) =>
            progress.report(Math.floor((100 * (index + done / total)) / roots.length), `${done} of ${total}`),
        });
      });
      progress.done();
      return answer;
    };
}
