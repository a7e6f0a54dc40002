import * as vscode from "vscode";
import { type CheckSitesResult, checkSites } from "../../../server/src/protocol/requests.ts";
import type { Server } from "../server.ts";
import { amount, countProblems } from "../siteTreeItem.ts";
import type { Command } from "./index.ts";

/** Checks all articles of the open sites, and shows what is wrong with them in the Problems panel. */
export function checkWorkspace(server: Server): Command {
  return {
    id: "curatedContent.checkWorkspace",
    async execute() {
      const result = await server.requestLong(checkSites, "Checking articles");
      if (result === undefined) return undefined;
      void tell(result);
      return result;
    },
  };
}

async function tell({ files, faulty, problems }: CheckSitesResult): Promise<void> {
  if (files === 0) {
    await vscode.window.showInformationMessage("There are no curated articles in the open folders.");
    return;
  }
  if (faulty === 0) {
    await vscode.window.showInformationMessage(`No problems in ${amount(files, "file")}.`);
    return;
  }
  const show = "Show Problems";
  const text = `${countProblems(problems)} in ${faulty} of ${amount(files, "file")}.`;
  if ((await vscode.window.showInformationMessage(text, show)) !== show) return;
  await vscode.commands.executeCommand("workbench.actions.view.problems");
}
