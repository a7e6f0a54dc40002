import * as vscode from "vscode";
import type { Account } from "../openProject/account.ts";
import type { Command } from "./index.ts";

/** Asks for the token by which work packages are read, and keeps it where the system keeps secrets. */
export function setOpenProjectToken(account: Account): Command {
  return {
    id: "curatedContent.setOpenProjectToken",
    async execute() {
      const { url } = account;
      if (url === undefined) {
        const open = vscode.l10n.t("Open Settings");
        const text = vscode.l10n.t("Say first where your OpenProject is.");
        if ((await vscode.window.showInformationMessage(text, open)) === open)
          await vscode.commands.executeCommand("workbench.action.openSettings", "curatedContent.openProject.url");
        return;
      }
      const token = await vscode.window.showInputBox({
        title: vscode.l10n.t("Token for {0}", url),
        prompt: vscode.l10n.t(
          "An API token of your account there. Leave this empty to have the one that is kept forgotten.",
        ),
        password: true,
        ignoreFocusOut: true,
      });
      if (token !== undefined) await account.setToken(token.trim() || undefined);
    },
  };
}
