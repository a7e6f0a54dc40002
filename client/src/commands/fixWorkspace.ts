import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import { fixSites } from "../../../server/src/protocol/requests.ts";
import { amount } from "../amounts.ts";
import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

/**
 * Works out all that has one right answer in all articles, and asks before it changes them, at once and undone as one.
 *
 * @returns a command that may be told what to do without a question: `preview` or `apply`
 */
export function fixWorkspace(server: Server): Command {
  return {
    id: "curatedContent.fixWorkspace",
    async execute(choice) {
      const result = await server.requestLong(fixSites, vscode.l10n.t("Working out what is right in all articles"));
      if (result === undefined) return undefined;
      const { edit, files, siteProblems } = result;
      if (siteProblems.length > 0) {
        void vscode.window.showWarningMessage(
          vscode.l10n.t("Nothing is repaired in a site whose own files are in error. {0}", siteProblems[0] ?? ""),
        );
      }
      if (edit === null) {
        if (siteProblems.length === 0)
          void vscode.window.showInformationMessage(vscode.l10n.t("There is nothing with one right answer to repair."));
        return { files };
      }
      const chosen = choice === "apply" || choice === "preview" ? choice : await ask(files);
      if (chosen === undefined) return { files };
      if (isStale(edit)) {
        void vscode.window.showWarningMessage(
          vscode.l10n.t("Files were changed meanwhile, so nothing is repaired. Please try again."),
        );
        return { files };
      }
      const isMade = await vscode.workspace.applyEdit(await server.toEdit(chosen === "apply" ? unasked(edit) : edit));
      return { files, isMade };
    },
  };
}

async function ask(files: number): Promise<"apply" | "preview" | undefined> {
  const [preview, apply] = [vscode.l10n.t("Preview Changes"), vscode.l10n.t("Apply")];
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t("{0} can be repaired.", amount(files, "file")),
    {
      modal: true,
      detail: vscode.l10n.t(
        "Only what has one right answer is changed, and one undo takes it back. Files stay unsaved until you save them. In the preview you tick what is to be changed.",
      ),
    },
    preview,
    apply,
  );
  return answer === preview ? "preview" : answer === apply ? "apply" : undefined;
}

/** Whether a document is no longer as it was when the edit was worked out: it would hit other places. */
function isStale({ documentChanges = [] }: WorkspaceEdit): boolean {
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  return documentChanges.some((change) => {
    if (!("textDocument" in change)) return false;
    const { uri, version } = change.textDocument;
    const document = open.get(vscode.Uri.parse(uri).toString());
    if (document === undefined) return false;
    return version === null ? document.isDirty : document.version !== version;
  });
}

/** The same edit, made without a preview. */
function unasked(edit: WorkspaceEdit): WorkspaceEdit {
  const annotations = Object.entries(edit.changeAnnotations ?? {});
  const changeAnnotations = Object.fromEntries(
    annotations.map(([id, annotation]) => [id, { ...annotation, needsConfirmation: false }]),
  );
  return { ...edit, changeAnnotations };
}
