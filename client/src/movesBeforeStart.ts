import * as vscode from "vscode";
import { type RenameFilesParams, RequestType, State, type WorkspaceEdit } from "vscode-languageclient";
import { mayBeOurs } from "./frontMatter.ts";
import type { Server } from "./server.ts";

const willRename = new RequestType<RenameFilesParams, WorkspaceEdit | null, void>("workspace/willRenameFiles");

/**
 * Articles may be moved before one of them was opened: then the server starts for that. Once it runs, the language client
 * asks it by itself, but not about what was under way before.
 */
export function askAboutFirstMoves(server: Server): vscode.Disposable {
  const ask = async (files: vscode.FileWillRenameEvent["files"]): Promise<vscode.WorkspaceEdit | undefined> => {
    const concerned = await Promise.all(files.map(({ oldUri }) => mayConcern(oldUri)));
    if (!concerned.includes(true)) return undefined;
    await server.start();
    const uris = files.map(({ oldUri, newUri }) => ({ oldUri: oldUri.toString(), newUri: newUri.toString() }));
    const edit = await server.request(willRename, { files: uris });
    return edit ? server.toEdit(edit) : undefined;
  };
  return vscode.workspace.onWillRenameFiles((event) => {
    if (server.state !== State.Running) event.waitUntil(ask(event.files));
  });
}

/** Whether a file may be an article, or a folder may hold some: most do not, and the server is not started for them. */
async function mayConcern(uri: vscode.Uri): Promise<boolean> {
  if (uri.path.endsWith(".md")) {
    const document = await vscode.workspace.openTextDocument(uri);
    return mayBeOurs(document);
  }
  return /\/content(?:\/|$)/.test(uri.path) && !/\.\w+$/.test(uri.path);
}
