import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { clientOptions, documentSelector } from "./clientOptions.ts";
import { registerCommands } from "./commands/index.ts";
import type { LoadSourceReader } from "./commands/newArticle.ts";
import { mayBeOurs } from "./frontMatter.ts";
import { followHiddenDocuments } from "./hiddenDocuments.ts";
import { askAboutFirstMoves } from "./movesBeforeStart.ts";
import { createAccount } from "./openProject/account.ts";
import { createPreviews } from "./preview/previews.ts";
import { createServer, type Server } from "./server.ts";
import { followSites } from "./siteContext.ts";
import { createSiteView } from "./siteView.ts";
import { createStatusItems } from "./statusItem.ts";
import { suggestWhileTyping } from "./suggestWhileTyping.ts";
import { type AskWorker, createVocabularyReader } from "./vocabularyReader.ts";

/** The prefix of all settings, and what the language client calls itself. */
export const CLIENT_ID = "curatedContent";
export const CLIENT_NAME = "Curated Content";

/** What a host of the extension can do, each in its own way. */
interface Host {
  readonly askWorker: AskWorker;
  /** Where it can reach any page of the web. */
  readonly readSource?: LoadSourceReader;
}

/** What both hosts do when the extension is activated; they differ in how they reach the server, workers and the web. */
export function activateWith(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  { askWorker, readSource }: Host,
): void {
  const { extensionUri } = context;
  const output = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const server = createServer(() => createClient(clientOptions(context, output)), output);
  const previews = createPreviews(server, extensionUri);
  context.subscriptions.push(
    output,
    server,
    previews,
    registerCommands(server, {
      extensionUri,
      output,
      previews,
      readVocabulary: createVocabularyReader(extensionUri, askWorker),
      readSource,
      account: createAccount(context),
    }),
    createStatusItems(server),
    createSiteView(server),
    followHiddenDocuments(server),
    followSites(),
    startWhenNeeded(server),
    askAboutFirstMoves(server),
    suggestWhileTyping(server),
  );
}

/** Most Markdown is no article, and most YAML no site's: the server starts with the first document that may be either. */
function startWhenNeeded(server: Server): vscode.Disposable {
  const selector = documentSelector();
  const isNeededFor = (document: vscode.TextDocument): boolean =>
    vscode.languages.match(selector, document) > 0 &&
    mayBeOurs(document) &&
    vscode.workspace.getConfiguration(CLIENT_ID, document).get("enable") !== false;
  const isWantedAnyway = (): boolean =>
    (vscode.workspace.workspaceFolders ?? []).some(
      ({ uri }) => vscode.workspace.getConfiguration(CLIENT_ID, uri).get("checkWorkspace") === "workspace",
    );
  const startFor = (documents: readonly vscode.TextDocument[]): void => {
    if (!documents.some(isNeededFor) && !isWantedAnyway()) return;
    listeners.dispose();
    void server.start();
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => startFor([document])),
    vscode.workspace.onDidChangeTextDocument(({ document }) => startFor([document])),
    vscode.workspace.onDidChangeConfiguration(() => startFor(vscode.workspace.textDocuments)),
  );
  startFor(vscode.workspace.textDocuments);
  return listeners;
}
