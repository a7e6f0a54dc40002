import * as vscode from "vscode";
import type { NewArticleParams } from "../../../server/src/protocol/newArticle.ts";
import { askForArticle } from "../newArticle/ask.ts";
import { writeArticle } from "../newArticle/write.ts";
import type { Server } from "../server.ts";
import type { SourceReader } from "../sourcePage/sourceReader.ts";
import type { Command } from "./index.ts";

/**
 * Asks for what a new article is about, writes it and opens it at the first blank.
 *
 * @param readSource where the host of the extension can read pages of the web
 * @returns a command that may be given a file or folder of the Explorer, a node of the tree, or all answers, as `answers`
 */
export function newArticle(server: Server, readSource: LoadSourceReader | undefined): Command {
  return {
    id: "curatedContent.newArticle",
    async execute(given) {
      let reader: SourceReader | undefined;
      try {
        await server.start();
        reader = mayReadSources() ? readSource?.() : undefined;
        const params = answersIn(given) ?? (await askForArticle(server, { given, reader }));
        return params && (await writeArticle(server, params));
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      } finally {
        await reader?.dispose();
      }
    },
  };
}

/** Makes a reader of web pages, where the host of the extension can have one. */
export type LoadSourceReader = () => SourceReader;

function mayReadSources(): boolean {
  const isWanted = vscode.workspace.getConfiguration("curatedContent.newArticle").get("readSourcePage") === true;
  return isWanted && vscode.workspace.isTrusted;
}

function answersIn(given: unknown): NewArticleParams | undefined {
  return typeof given === "object" && given !== null && "answers" in given
    ? (given.answers as NewArticleParams)
    : undefined;
}
