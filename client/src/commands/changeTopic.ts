import * as vscode from "vscode";
import {
  changeTopic as changeTopicRequest,
  type TopicChoices,
  topicChoices,
} from "../../../server/src/protocol/requests.ts";
import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

/** What code actions call, with the topic's place. */
export const changeTopicId = "curatedContent.changeTopic";

type Change = TopicChoices["changes"][number];

/** What an author is asked. */
const TITLES: { readonly [Name in Change]: (topic: string) => string } = {
  merge: (topic) => vscode.l10n.t("Merge “{0}” into…", topic),
  deprecate: (topic) => vscode.l10n.t("Deprecate “{0}” in favour of…", topic),
};

interface Place {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Asks which topic is to be used instead of the one at a place, and changes vocabulary and articles. */
export function changeTopic(server: Server): Command {
  return {
    id: changeTopicId,
    execute: (change: Change, uri: string, position: Place["position"]) =>
      changeTopicAt(server, change, { uri, position }),
  };
}

/** The same for the topic at the cursor. */
export function changeTopicHere(server: Server, change: Change): Command {
  return {
    id: `curatedContent.${change}Topic`,
    async execute() {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) return;
      const { line, character } = editor.selection.active;
      await changeTopicAt(server, change, { uri: editor.document.uri.toString(), position: { line, character } });
    },
  };
}

async function changeTopicAt(server: Server, change: Change, { uri, position }: Place): Promise<void> {
  const place = { textDocument: { uri }, position };
  try {
    const found = await server.ask(topicChoices, place);
    if (found?.changes.includes(change) !== true) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("There is no topic at the cursor for which this could be done."),
      );
      return;
    }
    const replacement = await vscode.window.showQuickPick([...found.replacements], {
      title: TITLES[change](found.topic),
      placeHolder: vscode.l10n.t("The topic that is used instead"),
    });
    const edit = replacement && (await server.ask(changeTopicRequest, { ...place, change, replacement }));
    if (edit) await vscode.workspace.applyEdit(await server.toEdit(edit), { isRefactoring: true });
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
