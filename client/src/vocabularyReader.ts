import * as vscode from "vscode";
import type { ForeignTopic } from "../../server/src/protocol/topicImport.ts";

/** Starts a script of the extension in a worker, asks it one question, and ends it with its answer. */
export type AskWorker = (script: vscode.Uri, question: unknown) => Promise<unknown>;

/** What is wrong in a vocabulary, and where that is known: lines and columns from 1. */
export interface ReadingFault {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a worker reads of a vocabulary. */
export interface ReadTopics {
  readonly concepts: readonly ForeignTopic[];
  /** Why nothing can be taken from it. */
  readonly fault?: ReadingFault;
  /** What was left out, and why. */
  readonly notes: readonly ReadingFault[];
  /** The languages that labels are in, where any is told. */
  readonly languages?: readonly string[];
}

/** Reads a vocabulary of others in whatever form it is; of several languages the one with a tag of BCP 47. */
export type ReadVocabulary = (file: vscode.Uri, language: string) => Promise<ReadTopics>;

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
    return (await askWorker(script, { text, fileName, language })) as ReadTopics;
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
