import * as vscode from "vscode";
import { mayBeInFrontMatter } from "./frontMatter.ts";
import type { Server } from "./server.ts";

/**
 * Asks for completions where a word begins in the front matter of an article. VS Code would not: it counts letters as
 * quick suggestions, which it has switched off in Markdown, and passes over them among a server's trigger characters.
 */
export function suggestWhileTyping(server: Server): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    const isTyped = change?.rangeLength === 0 && others.length === 0 && reason === undefined;
    if (!isTyped || !/^\p{L}$/u.test(change.text) || document.languageId !== "markdown") return;
    const { start } = change.range;
    const before = document.lineAt(start.line).text.slice(0, start.character);
    if (/[\p{L}\p{N}_]$/u.test(before) || !mayBeInFrontMatter(document, start)) return;
    // Not in other Markdown: there VS Code would offer the words of the document.
    if ((await server.status(document)) === undefined) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    await vscode.commands.executeCommand("editor.action.triggerSuggest", { auto: true });
  });
}
