import * as vscode from "vscode";
import {
  type NewArticle,
  type NewArticleParams,
  newArticle as newArticleRequest,
} from "../../../server/src/protocol/newArticle.ts";
import type { Server } from "../server.ts";

/** Writes all in one edit, so that one undo takes it back, and gives the article's URI. */
export async function writeArticle(server: Server, params: NewArticleParams): Promise<string | undefined> {
  const made = await server.ask(newArticleRequest, params);
  if (made === undefined) return undefined;
  const there = made.curated.find(({ same }) => same === "file");
  const uri = vscode.Uri.parse(made.uri);
  if (there === undefined && !(await apply(server, made))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("{0} could not be written.", vscode.workspace.asRelativePath(uri)),
    );
    return undefined;
  }
  const { start, end } = made.selection;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, there === undefined ? { selection, preview: false } : {});
  return made.uri;
}

/** A vocabulary that had nothing unsaved is saved with it: until then the article has topics that nobody knows. */
async function apply(server: Server, made: NewArticle): Promise<boolean> {
  const edit = await editFor(server, made);
  const changed = edit.entries().flatMap(([uri, edits]) => (edits.length > 0 ? [uri.toString()] : []));
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  for (const uri of changed.filter((one) => !unsaved.includes(one)))
    await (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).save();
  return true;
}

async function editFor(server: Server, { uri, text, image, vocabulary }: NewArticle): Promise<vscode.WorkspaceEdit> {
  const edit = vocabulary === null ? new vscode.WorkspaceEdit() : await server.toEdit(vocabulary);
  const metadata = { label: vscode.l10n.t("New Article"), needsConfirmation: false };
  const create = (file: string, contents: Uint8Array): void =>
    edit.createFile(vscode.Uri.parse(file), { overwrite: false, ignoreIfExists: false, contents }, metadata);
  if (image !== null) create(image.to, await vscode.workspace.fs.readFile(vscode.Uri.parse(image.from)));
  create(uri, new TextEncoder().encode(text));
  return edit;
}
