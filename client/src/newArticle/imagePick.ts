import * as vscode from "vscode";
import { newArticle } from "../../../server/src/protocol/newArticle.ts";
import type { Server } from "../server.ts";
import { type Answers, paramsOf } from "./answers.ts";
import { askForOne, type Outcome, type StepPlace } from "./steps.ts";

/** The formats that browsers show. */
const EXTENSIONS: readonly string[] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"];

/** Asks for the file of an image, and again where it is none. */
export async function askForImage(place: StepPlace, answers: Answers, server: Server): Promise<Outcome> {
  const picked = answers.image === undefined ? undefined : vscode.Uri.parse(answers.image);
  const items = [
    ...(picked === undefined
      ? []
      : [{ choice: "keep", label: `$(file-media) ${nameOf(picked)}`, description: vscode.l10n.t("as picked") }]),
    { choice: "pick", label: `$(folder-opened) ${vscode.l10n.t("Pick a file…")}` },
    { choice: "none", label: `$(circle-slash) ${vscode.l10n.t("No image yet")}` },
  ];
  return askForOne(place, {
    placeholder: vscode.l10n.t("Its image: the file is copied beside the article, named after it and measured"),
    items,
    active: items[0],
    async take({ choice }) {
      if (choice === "keep") return "next";
      if (choice === "none") {
        answers.image = undefined;
        return "next";
      }
      const [uri] = (await vscode.window.showOpenDialog(dialogOptions(picked))) ?? [];
      const problem = uri === undefined ? undefined : await problemOf(uri.toString(), answers, server);
      if (problem !== undefined) void vscode.window.showErrorMessage(problem);
      if (uri === undefined || problem !== undefined) return askForImage(place, answers, server);
      answers.image = uri.toString();
      return "next";
    },
  });
}

function dialogOptions(picked: vscode.Uri | undefined): vscode.OpenDialogOptions {
  return {
    title: vscode.l10n.t("Image of the article"),
    openLabel: vscode.l10n.t("Use"),
    filters: { [vscode.l10n.t("Images")]: [...EXTENSIONS] },
    ...(picked !== undefined && { defaultUri: picked }),
  };
}

/** What is wrong with the file of an image, for the article of some answers. */
export async function problemOf(image: string, answers: Answers, server: Server): Promise<string | undefined> {
  try {
    await server.ask(newArticle, { ...paramsOf(answers), topics: [], image });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
