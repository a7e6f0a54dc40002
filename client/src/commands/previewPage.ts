import * as vscode from "vscode";
import type { Previews } from "../preview/previews.ts";
import type { Command } from "./index.ts";

/** Shows the page of an article beside its editor: of the one that is given, as an editor's title does, else the active one. */
export function previewPage(previews: Previews): Command {
  return {
    id: "curatedContent.previewPage",
    async execute(given) {
      const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
      if (uri !== undefined) await previews.showBeside(uri);
    },
  };
}
