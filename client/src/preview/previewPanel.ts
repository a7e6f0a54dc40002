import * as vscode from "vscode";
import { type PreviewResult, preview } from "../../../server/src/protocol/preview.ts";
import type { FromPage, PageFacts, ToPage } from "../../preview/messages.ts";
import type { Server } from "../server.ts";
import { changeBetween, changedFacts } from "./changes.ts";
import { pageDocument } from "./pageDocument.ts";
import { PREVIEW_SETTINGS, pageFacts, remoteImages } from "./pageFacts.ts";
import { openTarget, revealRange } from "./places.ts";
import { createScrollStep } from "./scrollStep.ts";

/** A preview beside the editor: the page of the article that is edited, or was last. */
export interface PreviewPanel extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  /** Shows the page of a document, if it is an article. */
  show(uri: vscode.Uri): Promise<void>;
}

/** A keystroke reaches the server a moment later than the editor. */
const MOMENT_MS = 10;

/**
 * Fills a panel, and keeps it as the editor is until it is closed.
 *
 * @param dist the folder of the page's script and style sheet
 */
export function fillPanel(
  panel: vscode.WebviewPanel,
  { server, dist }: { readonly server: Server; readonly dist: vscode.Uri },
): PreviewPanel {
  const { webview } = panel;
  let uri: vscode.Uri | undefined;
  let sent: Partial<PageFacts> = {};
  let sentBody = "";
  let isWanted = false;
  let running: Promise<void> | undefined;
  const post = (message: ToPage): void => void webview.postMessage(message);
  const scrolls = createScrollStep(post);

  const showPage = (): void => {
    [sent, sentBody] = [{}, ""];
    webview.options = {
      enableScripts: true,
      localResourceRoots: [dist, ...(vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri)],
    };
    webview.html = pageDocument(webview, dist, remoteImages());
  };
  const send = (result: PreviewResult, document: vscode.TextDocument): void => {
    const facts = pageFacts(result, document, webview);
    const body = result.body === null ? "" : document.getText(rangeOf(result.body));
    const changed = changedFacts(sent, facts);
    const isFirst = sent.uri === undefined;
    const change = isFirst ? { length: 0, start: 0, end: 0, text: body } : changeBetween(sentBody, body);
    if (Object.keys(changed).length === 0 && change === undefined) return;
    [sent, sentBody] = [facts, body];
    post({ type: "update", facts: changed, ...(change !== undefined && { body: change }) });
    panel.title = titleOf(document.uri);
  };
  const ask = async (): Promise<void> => {
    const asked = uri;
    if (asked === undefined || !panel.visible) return;
    const document = await vscode.workspace.openTextDocument(asked);
    const result = await server.request(preview, { textDocument: { uri: server.uriOf(document) } });
    if (asked !== uri || document.isClosed) return;
    if (result === null || result === undefined) {
      if (result === null) nothing();
      return;
    }
    if (result.version === document.version) return send(result, document);
    await new Promise((done) => setTimeout(done, MOMENT_MS));
    isWanted = true;
  };
  const nothing = (): void => {
    [sent, sentBody] = [{}, ""];
    post({ type: "nothing" });
  };
  /** One question at a time; what changes meanwhile is asked about next. */
  const update = (): Promise<void> => {
    isWanted = true;
    running ??= (async () => {
      try {
        while (isWanted) {
          isWanted = false;
          await ask();
        }
      } finally {
        running = undefined;
      }
    })();
    return running;
  };
  const updateIf = (changed: vscode.Uri): void => {
    if (changed.toString() === uri?.toString()) void update();
  };
  const show = async (wanted: vscode.Uri): Promise<void> => {
    uri = wanted;
    scrolls.follow(wanted);
    await server.start();
    await update();
  };
  const follow = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const document = editor?.document;
    if (document?.languageId !== "markdown" || document.uri.toString() === uri?.toString()) return;
    if ((await server.status(document)) === undefined) return;
    // The author may have gone on meanwhile.
    if (vscode.window.activeTextEditor === editor) await show(document.uri);
  };

  const listeners = vscode.Disposable.from(
    scrolls,
    webview.onDidReceiveMessage((message: FromPage) => {
      switch (message.type) {
        case "ready":
          [sent, sentBody] = [{}, ""];
          return void update().then(scrolls.showHere);
        case "reveal":
          scrolls.willReveal();
          return uri && revealRange(uri, rangeOf(message.range));
        case "open":
          return uri && openTarget(message.target, { uri, server });
        case "scrolled":
          return scrolls.didScrollPage(message.line);
        case "allowRemoteImages":
          return vscode.commands.executeCommand("workbench.action.openSettings", `${PREVIEW_SETTINGS}.remoteImages`);
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => updateIf(document.uri)),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(updateIf)),
    vscode.window.onDidChangeActiveTextEditor((editor) => void follow(editor)),
    vscode.workspace.onDidChangeWorkspaceFolders(showPage),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${PREVIEW_SETTINGS}.remoteImages`)) showPage();
      else if (event.affectsConfiguration(PREVIEW_SETTINGS)) void update();
    }),
    panel.onDidChangeViewState(() => {
      if (panel.visible) void update();
    }),
    server.onDidChangeState(() => void update()),
  );
  panel.onDidDispose(() => listeners.dispose());
  showPage();
  return { panel, show, dispose: () => panel.dispose() };
}

function rangeOf({ start, end }: PreviewResult["parts"][number]["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function titleOf(uri: vscode.Uri): string {
  return vscode.l10n.t("Page of {0}", uri.path.slice(uri.path.lastIndexOf("/") + 1));
}
