import * as vscode from "vscode";
import type { NewArticleParams } from "../../../server/src/protocol/newArticle.ts";
import type { Server } from "../server.ts";
import type { SourceReader } from "../sourcePage/sourceReader.ts";
import { type Answers, noAnswers, paramsOf } from "./answers.ts";
import { onlyArchetype, questionsFor } from "./questions.ts";
import { findStart } from "./start.ts";
import { askAll } from "./steps.ts";

interface Asked {
  /** What the command was given: a file or folder, or a node of the tree. */
  readonly given: unknown;
  /** Reads the page that is curated, where that is wanted. */
  readonly reader?: SourceReader | undefined;
  /** What is known already; the author is asked all the same. */
  readonly known?: Partial<Answers> | undefined;
}

/** Asks for all that a new article needs; `undefined` where the author leaves. */
export async function askForArticle(
  server: Server,
  { given, reader, known }: Asked,
): Promise<NewArticleParams | undefined> {
  const { sites, start, settled } = await findStart(server, given);
  if (start === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no curated site in the open folders."));
    return undefined;
  }
  const answers: Answers = {
    ...noAnswers(start),
    archetype: start.here.archetype ?? onlyArchetype(start),
    community: start.here.community,
    ...known,
  };
  const questions = questionsFor(answers, { server, sites, settled, reader });
  return (await askAll(vscode.l10n.t("New Article"), questions)) ? paramsOf(answers) : undefined;
}
