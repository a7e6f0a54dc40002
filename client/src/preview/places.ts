import * as vscode from "vscode";
import { pageTarget } from "../../../server/src/protocol/preview.ts";
import type { Server } from "../server.ts";

/** Brings the author to a place of the article, in the editor that shows it where there is one. */
export async function revealRange(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = shown?.document ?? (await vscode.workspace.openTextDocument(uri));
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: document.validateRange(range),
  });
}

/** Opens where a link of the page leads: on the web, or a file of the site. */
export async function openTarget(
  target: string,
  { uri, server }: { readonly uri: vscode.Uri; readonly server: Server },
): Promise<void> {
  if (/^(?:https?|mailto|tel):/i.test(target)) {
    await vscode.env.openExternal(vscode.Uri.parse(target));
    return;
  }
  const file = /^[a-z][\w+.-]*:/i.test(target) ? vscode.Uri.parse(target) : undefined;
  if (file !== undefined && vscode.workspace.getWorkspaceFolder(file) !== undefined) return open(file);
  const document = await vscode.workspace.openTextDocument(uri);
  const found = await server.request(pageTarget, { textDocument: { uri: server.uriOf(document) }, target });
  if (found !== null && found !== undefined) return open(vscode.Uri.parse(found.uri));
  void vscode.window.showInformationMessage(vscode.l10n.t("There is no page of the site at {0}.", target));
}

async function open(file: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand("vscode.open", file, vscode.ViewColumn.One);
}
