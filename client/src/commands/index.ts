import * as vscode from "vscode";
import type { Account } from "../openProject/account.ts";
import type { Previews } from "../preview/previews.ts";
import type { Server } from "../server.ts";
import type { ReadVocabulary } from "../vocabularyReader.ts";
import { changeTopic, changeTopicHere } from "./changeTopic.ts";
import { checkWorkspace } from "./checkWorkspace.ts";
import { contentReport } from "./contentReport.ts";
import { fixWorkspace } from "./fixWorkspace.ts";
import { goToListEntry } from "./goToListEntry.ts";
import { importTopics } from "./importTopics.ts";
import { type LoadSourceReader, newArticle } from "./newArticle.ts";
import { newArticleFromWorkPackage } from "./newArticleFromWorkPackage.ts";
import { openToSide } from "./openToSide.ts";
import { previewPage } from "./previewPage.ts";
import { refreshFromWorkPackage } from "./refreshFromWorkPackage.ts";
import { restartServer } from "./restartServer.ts";
import { revealInExplorer } from "./revealInExplorer.ts";
import { setOpenProjectToken } from "./setOpenProjectToken.ts";
import { showOutput } from "./showOutput.ts";
import { showReferences } from "./showReferences.ts";

/** A command that the extension contributes. */
export interface Command {
  readonly id: string;
  /** @param given what the caller gives, as a code lens does */
  execute(...given: readonly unknown[]): unknown;
}

interface CommandParts {
  /** Where the extension is. */
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  readonly previews: Previews;
  readonly readVocabulary: ReadVocabulary;
  readonly readSource: LoadSourceReader | undefined;
  readonly account: Account;
}

/** Every command, ready to be called. */
export function registerCommands(
  server: Server,
  { extensionUri, output, previews, readVocabulary, readSource, account }: CommandParts,
): vscode.Disposable {
  const commands: readonly Command[] = [
    checkWorkspace(server),
    contentReport(server, extensionUri),
    fixWorkspace(server),
    goToListEntry(server),
    importTopics(server, readVocabulary, output),
    newArticle(server, readSource),
    newArticleFromWorkPackage(server, account),
    refreshFromWorkPackage(server, account),
    setOpenProjectToken(account),
    openToSide(),
    previewPage(previews),
    restartServer(server),
    revealInExplorer(),
    showOutput(output),
    showReferences(),
    changeTopic(server),
    changeTopicHere(server, "merge"),
    changeTopicHere(server, "deprecate"),
  ];
  return vscode.Disposable.from(
    ...commands.map(({ id, execute }) => vscode.commands.registerCommand(id, (...given) => execute(...given))),
  );
}
