import * as vscode from "vscode";
import type { Curated } from "./answers.ts";
import { askForOne, type Outcome, type StepPlace } from "./steps.ts";

interface CuratedItem extends vscode.QuickPickItem {
  readonly choice: "open" | "again" | "go on";
  readonly uri?: string;
}

/**
 * Says which articles stand in the way of a new one, and offers to open them. Only where they curate the same page from other
 * files, or share no more than an alias, may there be another one.
 *
 * @returns `again` where the author wants to answer otherwise
 */
export async function askAboutCurated(place: StepPlace, curated: readonly Curated[]): Promise<Outcome | "again"> {
  const mayGoOn = curated.every(({ same }) => same === "source" || same === "alias");
  const items: readonly CuratedItem[] = [
    ...curated.map((page): CuratedItem => {
      const path = vscode.workspace.asRelativePath(vscode.Uri.parse(page.uri));
      const label = `$(go-to-file) ${vscode.l10n.t("Open “{0}”", page.title ?? path)}`;
      return { choice: "open", label, description: REASONS[page.same](), detail: path, uri: page.uri };
    }),
    { choice: "again", label: `$(edit) ${vscode.l10n.t("Answer otherwise")}` },
    ...(mayGoOn
      ? [{ choice: "go on" as const, label: `$(add) ${vscode.l10n.t("Write another one all the same")}` }]
      : []),
  ];
  let answer: Outcome | "again" = "cancelled";
  const outcome = await askForOne(place, {
    placeholder: vscode.l10n.t("There is such an article already"),
    items,
    active: items[0],
    async take({ choice, uri }) {
      if (choice === "open" && uri !== undefined)
        await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(uri));
      answer = choice === "open" ? "cancelled" : choice === "again" ? "again" : "next";
      return "next";
    },
  });
  // To go back from here is to answer otherwise.
  return outcome === "back" ? "again" : answer;
}

const REASONS: { readonly [Same in Curated["same"]]: () => string } = {
  file: () => vscode.l10n.t("is that article"),
  source: () => vscode.l10n.t("curates this page for the community"),
  alias: () => vscode.l10n.t("has the same alias, which leads to one of them only"),
  permalink: () => vscode.l10n.t("has the same address on the site"),
};
