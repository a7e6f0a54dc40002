import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  type NotificationType,
  type RequestType,
  State,
  type WorkDoneProgressParams,
  type WorkspaceEdit,
} from "vscode-languageclient";
import {
  type DocumentStatus,
  didChangeSiteTree,
  documentStatus,
  trustGranted,
} from "../../server/src/protocol/requests.ts";
import { answerFileRequests } from "./fileRequests.ts";
import { requestWithProgress } from "./progress.ts";

/** The language server, as the rest of the extension sees it. */
export interface Server extends vscode.Disposable {
  /** `undefined` until somebody needs it. */
  readonly state: State | undefined;
  readonly onDidChangeState: vscode.Event<unknown>;
  /** Does nothing where it was started before. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** The tree of the open sites may be another. */
  readonly onDidChangeSiteTree: vscode.Event<void>;
  /** Asks something of the server; `undefined` where it does not run or cannot say. */
  request<Params, Result>(type: RequestType<Params, Result, void>, params: Params): Promise<Result | undefined>;
  /** The same for what takes its time: the server is started, its progress is shown, and the user may cancel it. */
  requestLong<Result>(
    type: RequestType<WorkDoneProgressParams, Result, void>,
    title: string,
  ): Promise<Result | undefined>;
  /** Tells the server something, where it runs. */
  notify<Params>(type: NotificationType<Params>, params: Params): void;
  /** A document's URI as the server knows it. */
  uriOf(document: vscode.TextDocument): string;
  toEdit(edit: WorkspaceEdit): Promise<vscode.WorkspaceEdit>;
  /** What the server takes a document for; `undefined` where it is no article or the server cannot say. */
  status(document: vscode.TextDocument): Promise<DocumentStatus | undefined>;
  /** The same for what a user asks for: rejects with what the server has against it. */
  ask<Params, Result>(type: RequestType<Params, Result, void>, params: Params): Promise<Result | undefined>;
}

/** @param createClient makes a client that was never started, for each start anew */
export function createServer(createClient: () => BaseLanguageClient, output: vscode.LogOutputChannel): Server {
  const changed = new vscode.EventEmitter<unknown>();
  const treeChanged = new vscode.EventEmitter<void>();
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
    client.onNotification(didChangeSiteTree, () => treeChanged.fire());
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

  const start = (): Promise<void> =>
    enqueue(async () => {
      if (client === undefined) await launch();
    });
  const request: Server["request"] = async (type, params) => {
    if (client?.state !== State.Running) return undefined;
    try {
      return await client.sendRequest(type.method, params);
    } catch (error) {
      output.debug(`${type.method} has no answer: ${String(error)}`);
      return undefined;
    }
  };

  return {
    get state() {
      return client?.state;
    },
    onDidChangeState: changed.event,
    onDidChangeSiteTree: treeChanged.event,
    start,
    request,
    async requestLong(type, title) {
      await start();
      if (client?.state !== State.Running) return undefined;
      return requestWithProgress(client, type, { title, output });
    },
    notify(type, params) {
      if (client?.state !== State.Running) return;
      client.sendNotification(type.method, params).catch((error) => output.warn(`${type.method}: ${String(error)}`));
    },
    uriOf: ({ uri }) => client?.code2ProtocolConverter.asUri(uri) ?? uri.toString(),
    async toEdit(edit) {
      return (await client?.protocol2CodeConverter.asWorkspaceEdit(edit)) ?? new vscode.WorkspaceEdit();
    },
    restart: () =>
      enqueue(async () => {
        await end();
        await launch();
      }),
    async status(document) {
      if (client?.state !== State.Running) return undefined;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      return (await request(documentStatus, { textDocument: { uri } })) ?? undefined;
    },
    async ask<Params, Result>({ method }: RequestType<Params, Result, void>, params: Params) {
      return client?.state === State.Running ? client.sendRequest<Result>(method, params) : undefined;
    },
    dispose() {
      changed.dispose();
      treeChanged.dispose();
      granting.dispose();
      void enqueue(end);
    },
  };
}
