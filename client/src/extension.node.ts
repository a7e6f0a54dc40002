/** The extension in Node: VS Code on a desktop, or on a remote machine. */
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { ExtensionContext } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import type { LoadSourceReader } from "./commands/newArticle.ts";
import { activateWith, CLIENT_ID, CLIENT_NAME } from "./extension.ts";
import { offerHugo } from "./hugo/offerHugo.ts";
import type { AskWorker } from "./vocabularyReader.ts";

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath("dist/server.js");
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  // Most windows never read a page of the web: what does is a script of its own.
  const readSource: LoadSourceReader = () => {
    const load = createRequire(context.asAbsolutePath("dist/extension.js"));
    const { createSourceReader } = load("./sourceReader.js") as typeof import("./sourcePage/sourceReader.ts");
    return createSourceReader();
  };
  activateWith(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions, options), {
    askWorker,
    readSource,
  });
  context.subscriptions.push(offerHugo());
}

const askWorker: AskWorker = (script, question) => {
  const worker = new Worker(script.fsPath);
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(question);
  }).finally(() => worker.terminate());
};
