import * as vscode from "vscode";
import type { PageMemory } from "../../preview/messages.ts";
import type { Server } from "../server.ts";
import { fillPanel, type PreviewPanel } from "./previewPanel.ts";

/** The name of our panels, by which VS Code restores them. */
const VIEW_TYPE = "curatedContent.preview";

/** The preview of articles: one panel, which follows the editor. */
export interface Previews extends vscode.Disposable {
  /** Shows the page of a document beside its editor. */
  showBeside(uri: vscode.Uri): Promise<void>;
}

export function createPreviews(server: Server, extensionUri: vscode.Uri): Previews {
  const dist = vscode.Uri.joinPath(extensionUri, "dist");
  let open: PreviewPanel | undefined;
  const fill = (panel: vscode.WebviewPanel): PreviewPanel => {
    const filled = fillPanel(panel, { server, dist });
    open = filled;
    panel.onDidDispose(() => {
      if (open === filled) open = undefined;
    });
    return filled;
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel, state: PageMemory | undefined) {
      const filled = fill(panel);
      if (typeof state?.uri === "string") await filled.show(vscode.Uri.parse(state.uri));
    },
  });
  return {
    async showBeside(uri) {
      const column = vscode.ViewColumn.Beside;
      if (open !== undefined) open.panel.reveal(undefined, true);
      const shown =
        open ??
        fill(
          vscode.window.createWebviewPanel(
            VIEW_TYPE,
            vscode.l10n.t("Page"),
            { viewColumn: column, preserveFocus: true },
            { enableFindWidget: true },
          ),
        );
      await shown.show(uri);
    },
    dispose() {
      serializer.dispose();
      open?.dispose();
    },
  };
}
