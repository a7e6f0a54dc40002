import * as vscode from "vscode";
import { type CheckSitesResult, checkSites } from "../../../server/src/protocol/requests.ts";
import { amount } from "../amounts.ts";
import type { Server } from "../server.ts";
import { countProblems } from "../siteTreeItem.ts";
import type { Command } from "./index.ts";

/** Checks all articles of the open sites, and shows what is wrong with them in the Problems panel. */
export function checkWorkspace(server: Server): Command {
  return {
    id: "curatedContent.checkWorkspace",
    async execute() {
      const result = await server.requestLong(checkSites, vscode.l10n.t("Checking articles"));
      if (result === undefined) return undefined;
      void tell(result);
      return result;
    },
  };
}

async function tell({ files, faulty, problems }: CheckSitesResult): Promise<void> {
  if (files === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("There are no curated articles in the open folders."));
    return;
  }
  if (faulty === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("No problems in {0}.", amount(files, "file")));
    return;
  }
  const show = vscode.l10n.t("Show Problems");
  const text = vscode.l10n.t("{0} in {1} of {2}.", countProblems(problems), faulty, amount(files, "file"));
  if ((await vscode.window.showInformationMessage(text, show)) !== show) return;
  await vscode.commands.executeCommand("workbench.actions.view.problems");
}
