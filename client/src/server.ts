import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type DocumentStatus, documentStatus, trustGranted } from "../../server/src/protocol/requests.ts";
import { answerFileRequests } from "./fileRequests.ts";

/** The language server, as the rest of the extension sees it. */
export interface Server extends vscode.Disposable {
  /** `undefined` until somebody needs it. */
  readonly state: State | undefined;
  readonly onDidChangeState: vscode.Event<unknown>;
  /** Does nothing where it was started before. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** What the server takes a document for; `undefined` where it is no article or the server cannot say. */
  status(document: vscode.TextDocument): Promise<DocumentStatus | undefined>;
}

/** @param createClient makes a client that was never started, for each start anew */
export function createServer(createClient: () => BaseLanguageClient, output: vscode.LogOutputChannel): Server {
  const changed = new vscode.EventEmitter<unknown>();
  let client: BaseLanguageClient | undefined;
  let last = Promise.resolve();
  // One after the other: a start that meets a stop under way fails.
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error) => output.error(error));
    return last;
  };

  const granting = vscode.workspace.onDidGrantWorkspaceTrust(() =>
    enqueue(async () => {
      // One that starts later says so itself.
      if (client?.state === State.Running) await client.sendNotification(trustGranted);
    }),
  );

  const launch = async (): Promise<void> => {
    client = createClient();
    client.onDidChangeState(() => changed.fire(undefined));
    answerFileRequests(client, output);
    await client.start();
  };
  const end = async (): Promise<void> => {
    const old = client;
    client = undefined;
    if (old === undefined || old.state === State.Stopped) return;
    try {
      // One that is coming up can only be stopped once it is up.
      await old.start();
      await old.dispose();
    } catch (error) {
      output.warn(`The old server did not stop: ${String(error)}`);
    }
  };

  return {
    get state() {
      return client?.state;
    },
    onDidChangeState: changed.event,
    start: () =>
      enqueue(async () => {
        if (client === undefined) await launch();
      }),
    restart: () =>
      enqueue(async () => {
        await end();
        await launch();
      }),
    async status(document) {
      if (client?.state !== State.Running) return undefined;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      try {
        return (await client.sendRequest(documentStatus, { textDocument: { uri } })) ?? undefined;
      } catch (error) {
        output.debug(`No status of ${uri}: ${String(error)}`);
        return undefined;
      }
    },
    dispose() {
      changed.dispose();
      granting.dispose();
      void enqueue(end);
    },
  };
}
