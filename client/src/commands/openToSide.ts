import * as vscode from "vscode";
import type { SiteNode } from "../../../server/src/protocol/requests.ts";
import type { Command } from "./index.ts";

/** Opens an article of the tree beside the editor. */
export function openToSide(): Command {
  return {
    id: "curatedContent.openToSide",
    async execute(node) {
      const { uri } = (node ?? {}) as Partial<SiteNode>;
      const beside = { viewColumn: vscode.ViewColumn.Beside };
      if (uri !== undefined) await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(uri), beside);
    },
  };
}
