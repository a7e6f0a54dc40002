import * as vscode from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/protocol/requests.ts";
import { changeTopicId } from "./commands/changeTopic.ts";
import { showReferencesId } from "./commands/showReferences.ts";
import { mayBeInFrontMatter } from "./frontMatter.ts";

/**
 * Where documents come from that an author may edit: disk, remote machines, repositories in a browser, new documents.
 * Not among them are the old versions, differences and outputs that VS Code shows as documents, too.
 */
const SCHEMES: readonly string[] = [
  "file",
  "untitled",
  "vscode-remote",
  "vscode-vfs",
  "vscode-local",
  "vscode-test-web",
  "memfs",
];

/** Articles are Markdown. A site's own files are YAML, of which the server leaves alone what no site names. */
const LANGUAGES: readonly string[] = ["markdown", "yaml"];

/** The documents that the server is told about. */
export function documentSelector(): { language: string; scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set([...SCHEMES, ...folders.map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => LANGUAGES.map((language) => ({ language, scheme })));
}

/** What both hosts tell the language client. */
export function clientOptions(
  { storageUri, globalStorageUri }: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClientOptions {
  const { scheme, fsPath } = storageUri ?? globalStorageUri;
  const initializationOptions: InitializationOptions = {
    triggerSuggestCommand: "editor.action.triggerSuggest",
    showReferencesCommand: showReferencesId,
    changeTopicCommand: changeTopicId,
    readsFiles: true,
    isTrusted: vscode.workspace.isTrusted,
    ...(scheme === "file" && { cacheFolder: fsPath }),
  };
  return {
    documentSelector: documentSelector(),
    initializationOptions,
    outputChannel: output,
    // Whoever writes is not to be interrupted: the status item shows that something is wrong, the output says what.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      // In prose every letter would cost a round trip, for nothing.
      provideCompletionItem: (document, position, context, token, next) =>
        document.languageId === "yaml" || mayBeInFrontMatter(document, position)
          ? next(document, position, context, token)
          : undefined,
    },
  };
}
