import * as vscode from "vscode";
import type { SiteReport } from "../../../server/src/protocol/contentReport.ts";
import { reportHtml } from "../../../server/src/protocol/reportHtml.ts";
import type { PageMessage, ShownReport } from "../../report/messages.ts";
import { reportTexts } from "./reportTexts.ts";
import { webviewDocument } from "./webviewDocument.ts";

export interface ReportPanelParts {
  /** The folder of the page's script and styles. */
  readonly dist: vscode.Uri;
  /** Counts again; `undefined` where that was stopped. */
  recount(root: string): Promise<SiteReport | undefined>;
}

/** Shows a report in an editor of its own, beside or in the place of others. */
export function showReportPanel(first: SiteReport, { dist, recount }: ReportPanelParts): void {
  let shown = first;
  const title = vscode.l10n.t("Content Report: {0}", first.report.site);
  const panel = vscode.window.createWebviewPanel("curatedContent.report", title, vscode.ViewColumn.Active, {
    enableScripts: true,
    // Whoever works through a list comes back to it from each article.
    retainContextWhenHidden: true,
    localResourceRoots: [dist],
  });
  const show = (): void => {
    const message: ShownReport = { report: shown.report, texts: reportTexts() };
    void panel.webview.postMessage(message);
  };
  panel.webview.onDidReceiveMessage(async (message: PageMessage) => {
    try {
      switch (message.type) {
        case "ready":
          return show();
        case "refresh":
          shown = (await recount(shown.root)) ?? shown;
          return show();
        case "save":
          return await save(shown, dist);
        case "open":
          return await open(shown.root, message.path, message.line);
      }
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  });
  panel.webview.html = webviewDocument(panel.webview, dist);
}

/** Opens a file that an entry names. A link that leads out of the site leads nowhere. */
async function open(root: string, path: string, line: number): Promise<void> {
  if (path.split("/").includes("..")) return;
  const file = vscode.Uri.joinPath(vscode.Uri.parse(root), path);
  const place = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(place, place) });
}

async function save({ root, report }: SiteReport, dist: vscode.Uri): Promise<void> {
  const proposed = vscode.Uri.joinPath(vscode.Uri.parse(root), `content-report-${report.day}.html`);
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("Content Report"),
    defaultUri: proposed,
    filters: { HTML: ["html"] },
  });
  if (file === undefined) return;
  const read = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, name)));
  const [script, styles] = await Promise.all([read("report.js"), read("report.css")]);
  const html = reportHtml(report, { texts: reportTexts(), script, styles });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
}
