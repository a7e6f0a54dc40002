import * as vscode from "vscode";
import type { ReadConcepts } from "../../server/src/protocol/topicImport.ts";

/** Starts a script of the extension in a worker, asks it one question, and ends it with its answer. */
export type AskWorker = (script: vscode.Uri, question: unknown) => Promise<unknown>;

/** Reads a vocabulary of others in whatever form it is; of several languages the one with a tag of BCP 47. */
export type ReadVocabulary = (file: vscode.Uri, language: string) => Promise<ReadConcepts>;

/** @param extensionUri where the extension's scripts are */
export function createVocabularyReader(extensionUri: vscode.Uri, askWorker: AskWorker): ReadVocabulary {
  const script = vscode.Uri.joinPath(extensionUri, "dist/vocabularyReader.js");
  return async (file, language) => {
    const text = decoded(await vscode.workspace.fs.readFile(file));
    if (text === undefined) {
      const message = vscode.l10n.t("The file is not valid UTF-8. Save it as UTF-8 first.");
      return { concepts: [], notes: [], fault: { message } };
    }
    const fileName = file.path.slice(file.path.lastIndexOf("/") + 1);
    // The worker is ours, and so is its answer.
    return (await askWorker(script, { text, fileName, language })) as ReadConcepts;
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
