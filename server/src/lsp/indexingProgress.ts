import type { Connection } from "vscode-languageserver";
import type { IndexReading, LanguageService, Log } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { describeError } from "./log.ts";

/** What is done sooner needs no word. */
const PAUSE_MS = 1000;

/**
 * `window/workDoneProgress/create`: says that a large site is being read, from when it lasts for a while. Who cancels it has
 * it left for later.
 */
export function showIndexingProgress(
  connection: Connection,
  { service, client, log }: { readonly service: LanguageService; readonly client: Client; readonly log: Log },
): void {
  if (!client.showsProgress) return;
  service.onDidStartIndexing((reading) => {
    const timer = setTimeout(() => {
      show(connection, reading).catch((error) => log.warn(`No progress is shown: ${describeError(error)}`));
    }, PAUSE_MS);
    void reading.ended.finally(() => clearTimeout(timer));
  });
}

async function show(connection: Connection, reading: IndexReading): Promise<void> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin("Reading the site’s articles", 0, undefined, true);
  progress.token.onCancellationRequested(reading.stop);
  reading.follow((done, total) => progress.report(Math.floor((done / total) * 100), `${done} of ${total}`));
  await reading.ended;
  progress.done();
}
