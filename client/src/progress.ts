import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  type RequestType,
  WorkDoneProgress,
  type WorkDoneProgressParams,
} from "vscode-languageclient";

let tokens = 0;

/** Asks something that takes its time, shows how far the server is, and lets the user cancel it: then `undefined`. */
export async function requestWithProgress<Result>(
  client: BaseLanguageClient,
  type: RequestType<WorkDoneProgressParams, Result, void>,
  { title, output }: { readonly title: string; readonly output: vscode.LogOutputChannel },
): Promise<Result | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const workDoneToken = `curatedContent.${++tokens}`;
    let last = 0;
    const following = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== "report") return;
      const { percentage = last, message } = value;
      progress.report({ increment: percentage - last, ...(message !== undefined && { message }) });
      last = percentage;
    });
    try {
      return await client.sendRequest(type, { workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      output.error(`${type.method} failed: ${String(error)}`);
      throw error;
    } finally {
      following.dispose();
    }
  });
}
