/** What the in-host tests do to documents, and what they ask VS Code about them. */
import * as vscode from "vscode";

/** Polls: VS Code tells about much of this only through events that may have passed already. */
export async function until<T>(what: string, probe: () => T | undefined | Thenable<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Timed out: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function open(file: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Leaves the files as they were. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Replaces the one place where `text` stands, and gives the position behind what replaced it. */
export async function replace(
  document: vscode.TextDocument,
  text: string,
  replacement: string,
): Promise<vscode.Position> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), replacement);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`The edit of ${text} was refused.`);
  return rangeOf(document, replacement).end;
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.uri.path} has no ${text}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Ours only: VS Code's own Markdown support has some, too. */
export function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "curated-content");
}

/** The texts that completion would insert, placeholders and all. */
export async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items.map(({ insertText, label, textEdit }) => {
    const text = textEdit?.newText ?? insertText ?? label;
    if (typeof text === "string") return text;
    return text instanceof vscode.SnippetString ? text.value : text.label;
  });
}

export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === "string" ? content : content.value)).join("\n");
}

/** The quick fixes offered for a range, with their edits. */
export async function quickFixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}
