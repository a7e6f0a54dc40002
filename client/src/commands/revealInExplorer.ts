import * as vscode from "vscode";
import type { SiteNode } from "../../../server/src/protocol/requests.ts";
import type { Command } from "./index.ts";

/** Shows the file of an article of the tree among the files of its folder. */
export function revealInExplorer(): Command {
  return {
    id: "curatedContent.revealInExplorer",
    async execute(node) {
      const { uri } = (node ?? {}) as Partial<SiteNode>;
      if (uri !== undefined) await vscode.commands.executeCommand("revealInExplorer", vscode.Uri.parse(uri));
    },
  };
}
