import * as vscode from "vscode";
import type { NewArticleParams } from "../../../server/src/protocol/newArticle.ts";
import { readWorkPackage, type WorkPackageAnswers } from "../../../server/src/protocol/workPackage.ts";
import { askForArticle } from "../newArticle/ask.ts";
import { writeArticle } from "../newArticle/write.ts";
import type { Account } from "../openProject/account.ts";
import { pickWorkPackage, readWorkPackageFile } from "../openProject/pickWorkPackage.ts";
import { withPicture } from "../openProject/picture.ts";
import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

/**
 * Asks for a work package, and then what a new article needs: the work package has answered most of it.
 *
 * @returns a command that may be given the URI of a saved work package as `file`, and the remaining answers as `answers`
 */
export function newArticleFromWorkPackage(server: Server, account: Account): Command {
  return {
    id: "curatedContent.newArticleFromWorkPackage",
    async execute(given) {
      try {
        await server.start();
        const { file, answers } = givenIn(given);
        const title = vscode.l10n.t("New Article from Work Package");
        const picked = file === undefined ? await pickWorkPackage(account, { title }) : await readWorkPackageFile(file);
        const found = picked && (await server.ask(readWorkPackage, picked.source));
        if (found === undefined) return undefined;
        const { storage } = account;
        return await withPicture({ image: found.image, openProject: picked?.openProject, storage }, async (image) => {
          const params = answers ? paramsOf(found, answers) : await ask(server, found, image);
          return params && writeArticle(server, params);
        });
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    },
  };
}

type Rest = Pick<NewArticleParams, "root" | "archetype" | "community">;

function givenIn(given: unknown): { readonly file?: vscode.Uri; readonly answers?: Rest } {
  const { file, answers } = (given ?? {}) as { readonly file?: string; readonly answers?: Rest };
  return { ...(typeof file === "string" && { file: vscode.Uri.parse(file) }), ...(answers && { answers }) };
}

function paramsOf({ image: _, ...known }: WorkPackageAnswers, answers: Rest): NewArticleParams {
  return { ...known, ...answers };
}

function ask(
  server: Server,
  { title, source, topics, authors, description, body, values }: WorkPackageAnswers,
  image: string | undefined,
): Promise<NewArticleParams | undefined> {
  const known = { title, topics, authors, description, body, values, image, ...(source !== undefined && { source }) };
  return askForArticle(server, { given: undefined, known });
}
