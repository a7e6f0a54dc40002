import * as vscode from "vscode";
import { contentReports } from "../../../server/src/protocol/contentReport.ts";
import { showReportPanel } from "../report/reportPanel.ts";
import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

/** Counts what is in the open sites, and shows it. */
export function contentReport(server: Server, extensionUri: vscode.Uri): Command {
  const count = () => server.requestLong(contentReports, vscode.l10n.t("Counting what is in the site"));
  return {
    id: "curatedContent.contentReport",
    async execute() {
      try {
        const reports = await count();
        if (reports === undefined) return;
        const [first, ...others] = reports;
        if (first === undefined) {
          void vscode.window.showInformationMessage(vscode.l10n.t("There are no articles to report on."));
          return;
        }
        const items = reports.map((each) => ({ label: each.report.site, description: each.root, each }));
        const title = vscode.l10n.t("Content Report");
        const chosen = others.length === 0 ? first : (await vscode.window.showQuickPick(items, { title }))?.each;
        if (chosen === undefined) return;
        showReportPanel(chosen, {
          dist: vscode.Uri.joinPath(extensionUri, "dist"),
          recount: async (root) => (await count())?.find((each) => each.root === root),
        });
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    },
  };
}
