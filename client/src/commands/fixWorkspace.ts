import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import { fixSites } from "../../../server/src/protocol/requests.ts";
import type { Server } from "../server.ts";
import { amount } from "../siteTreeItem.ts";
import type { Command } from "./index.ts";

const PREVIEW = "Preview Changes";
const APPLY = "Apply";

/**
 * Works out all that has one right answer in all articles, and asks before it changes them, at once and undone as one.
 *
 * @returns a command that may be told what to do without a question: `preview` or `apply`
 */
export function fixWorkspace(server: Server): Command {
  return {
    id: "curatedContent.fixWorkspace",
    async execute(choice) {
      const result = await server.requestLong(fixSites, "Working out what is right in all articles");
      if (result === undefined) return undefined;
      const { edit, files, siteProblems } = result;
      if (siteProblems.length > 0) {
        void vscode.window.showWarningMessage(
          `Nothing is repaired in a site whose own files are in error. ${siteProblems[0]}`,
        );
      }
      if (edit === null) {
        if (siteProblems.length === 0)
          void vscode.window.showInformationMessage("There is nothing with one right answer to repair.");
        return { files };
      }
      const chosen = choice === "apply" || choice === "preview" ? choice : await ask(files);
      if (chosen === undefined) return { files };
      if (isStale(edit)) {
        void vscode.window.showWarningMessage(
          "Files were changed meanwhile, so nothing is repaired. Please try again.",
        );
        return { files };
      }
      const isMade = await vscode.workspace.applyEdit(await server.toEdit(chosen === "apply" ? unasked(edit) : edit));
      return { files, isMade };
    },
  };
}

async function ask(files: number): Promise<"apply" | "preview" | undefined> {
  const answer = await vscode.window.showInformationMessage(
    `${amount(files, "file")} can be repaired.`,
    {
      modal: true,
      detail:
        "Only what has one right answer is changed, and one undo takes it back. Files stay unsaved until you save them. In the preview you tick what is to be changed.",
    },
    PREVIEW,
    APPLY,
  );
  return answer === PREVIEW ? "preview" : answer === APPLY ? "apply" : undefined;
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
