import * as vscode from "vscode";
import { type KeyChange, refreshFromWorkPackage as refreshRequest } from "../../../server/src/protocol/workPackage.ts";
import type { Account } from "../openProject/account.ts";
import { pickWorkPackage, readWorkPackageFile } from "../openProject/pickWorkPackage.ts";
import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

/**
 * Gives the article of the editor what its work package says by now, and nothing else. Each change is shown first, and may be
 * left out.
 *
 * @returns a command that may be given the URI of a saved work package as `file`, whose changes are then made at once
 */
export function refreshFromWorkPackage(server: Server, account: Account): Command {
  return {
    id: "curatedContent.refreshFromWorkPackage",
    async execute(given) {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined) return undefined;
      try {
        await server.start();
        const { file } = (given ?? {}) as { readonly file?: string };
        const title = vscode.l10n.t("Refresh from Work Package");
        const picked =
          typeof file === "string"
            ? await readWorkPackageFile(vscode.Uri.parse(file))
            : await pickWorkPackage(account, { title, id: numberIn(document.getText()) });
        if (picked === undefined) return undefined;
        const { version } = document;
        const textDocument = { uri: server.uriOf(document) };
        const changes = await server.ask(refreshRequest, { textDocument, ...picked.source });
        if (changes === undefined || changes === null) {
          void vscode.window.showInformationMessage(vscode.l10n.t("No curated article"));
          return undefined;
        }
        return await show(document, changes, { version, needsConfirmation: typeof file !== "string" });
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    },
  };
}

/** The number of the work package that an article says it is made of. */
function numberIn(text: string): number | undefined {
  const [, number] = /^id:[ \t]*([1-9]\d{0,11})[ \t]*(?:#.*)?$/m.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** @returns whether something was changed */
async function show(
  document: vscode.TextDocument,
  changes: readonly KeyChange[],
  { version, needsConfirmation }: { readonly version: number; readonly needsConfirmation: boolean },
): Promise<boolean> {
  if (changes.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The article says what its work package says."));
    return false;
  }
  if (document.version !== version) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The article was changed meanwhile. Try again."));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { name, before, after, edits } of changes) {
    const metadata = { label: name, description: `${before} → ${after}`, needsConfirmation };
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.replace(document.uri, place, newText, metadata);
    }
  }
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
