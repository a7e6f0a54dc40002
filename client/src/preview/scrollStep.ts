import * as vscode from "vscode";
import type { ToPage } from "../../preview/messages.ts";

/** Keeps editor and page at the same line, and says where the cursor is. */
export interface ScrollStep extends vscode.Disposable {
  /** The document whose editors count from now on. */
  follow(uri: vscode.Uri): void;
  /** Brings the page to where the editor is. */
  showHere(): void;
  /** Says that the page leads the editor to a place: the page itself stays where it is. */
  willReveal(): void;
  /** @param line the one at the page's top, from 0, with the part of it that is out of sight */
  didScrollPage(line: number): void;
}

/** An editor that scrolls smoothly takes a while until it is where it was sent. */
const SCROLLING_MS = 400;

export function createScrollStep(post: (message: ToPage) => void): ScrollStep {
  let uri: string | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  let sentTo: number | undefined;
  const isOurs = (document: vscode.TextDocument): boolean => document.uri.toString() === uri;
  const editorOf = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => isOurs(document));
  const report = (editor: vscode.TextEditor): void => {
    const line = editor.visibleRanges[0]?.start.line;
    if (line !== undefined) post({ type: "scroll", line });
  };
  const reportCursor = ({ selection }: vscode.TextEditor): void =>
    post({ type: "cursor", line: selection.active.line });
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (!isOurs(textEditor.document)) return;
      const line = textEditor.visibleRanges[0]?.start.line;
      // What the page has moved, it knows. It may be in the middle of that line.
      const isUnderWay = Date.now() - sentAt < SCROLLING_MS;
      if (isUnderWay) sentTo = line;
      if (isUnderWay || line === sentTo) return;
      sentTo = undefined;
      report(textEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isOurs(textEditor.document)) reportCursor(textEditor);
    }),
  );
  return {
    follow(followed) {
      uri = followed.toString();
    },
    showHere() {
      const editor = editorOf();
      if (editor === undefined) return;
      report(editor);
      reportCursor(editor);
    },
    willReveal() {
      sentAt = Date.now();
    },
    didScrollPage(line) {
      const editor = editorOf();
      if (editor === undefined || !Number.isFinite(line)) return;
      const last = editor.document.lineCount - 1;
      const place = new vscode.Position(Math.max(0, Math.min(last, Math.floor(line))), 0);
      if (editor.visibleRanges[0]?.start.line === place.line) return;
      [sentAt, sentTo] = [Date.now(), place.line];
      editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
    },
    dispose: () => listeners.dispose(),
  };
}
