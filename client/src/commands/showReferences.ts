import * as vscode from "vscode";
import type { Command } from "./index.ts";

export const showReferencesId = "curatedContent.showReferences";

/** Shows all references to what stands at a place, as LSP writes it. Code lenses call this; nobody else can. */
export function showReferences(): Command {
  return {
    id: showReferencesId,
    async execute(uri: string, position: { readonly line: number; readonly character: number }) {
      const place = [vscode.Uri.parse(uri), new vscode.Position(position.line, position.character)] as const;
      const found = await vscode.commands.executeCommand("vscode.executeReferenceProvider", ...place);
      await vscode.commands.executeCommand("editor.action.showReferences", ...place, found);
    },
  };
}
