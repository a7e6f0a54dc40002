/** The extension in a browser: vscode.dev and its like, where the server is a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith, CLIENT_ID, CLIENT_NAME } from "./extension.ts";

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  const startWorker = async (): Promise<Worker> => new Worker(script);
  activateWith(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, startWorker, options));
}
