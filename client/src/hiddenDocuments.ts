import * as vscode from "vscode";
import { didHideDocument } from "../../server/src/protocol/requests.ts";
import type { Server } from "./server.ts";

/**
 * Tells the server when a document is in no tab any more: from then on VS Code does not ask for its problems, though it may
 * keep the document open for a while.
 */
export function followHiddenDocuments(server: Server): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    const shown = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(uriOf)));
    for (const uri of closed.flatMap(uriOf)) if (!shown.has(uri)) server.notify(didHideDocument, { uri });
  });
}

function uriOf({ input }: vscode.Tab): string[] {
  if (input instanceof vscode.TabInputText) return [input.uri.toString()];
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}
