/** The extension in a browser: vscode.dev and its like, where the server is a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateWith, CLIENT_ID, CLIENT_NAME } from "./extension.ts";
import type { AskWorker } from "./vocabularyReader.ts";

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  // The language client would take a worker, too, but VS Code replaces the class, and then it does not know it for one.
  const startWorker = async (): Promise<MessageTransports> => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  activateWith(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, startWorker, options), { askWorker });
}

const askWorker: AskWorker = (script, question) => {
  const worker = new Worker(script.toString(true));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
};
