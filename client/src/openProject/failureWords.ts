import * as vscode from "vscode";
import type { OpenProjectFailure } from "./openProject.ts";

/** Says why OpenProject gave nothing; nothing to whoever stopped it. */
export function explain(failure: OpenProjectFailure): undefined {
  const text = wordsFor(failure);
  if (text === undefined) return;
  if (failure.reason !== "unauthorized") {
    void vscode.window.showErrorMessage(text);
    return;
  }
  const change = vscode.l10n.t("Set Token…");
  vscode.window.showErrorMessage(text, change).then((answer) => {
    if (answer === change) void vscode.commands.executeCommand("curatedContent.setOpenProjectToken");
  });
}

function wordsFor({ reason, detail }: OpenProjectFailure): string | undefined {
  switch (reason) {
    case "unauthorized":
      return vscode.l10n.t("OpenProject does not take your token, or you have set none: {0}", detail);
    case "notFound":
      return vscode.l10n.t("OpenProject has no such work package, or does not show it to you: {0}", detail);
    case "refused":
      return vscode.l10n.t("OpenProject refuses: {0}", detail);
    case "redirect":
      return vscode.l10n.t("OpenProject is elsewhere, so no token was sent there: {0}", detail);
    case "format":
      return vscode.l10n.t("What answers is no API of an OpenProject: {0}", detail);
    case "size":
      return vscode.l10n.t("OpenProject sends more than {0} bytes.", detail);
    case "timeout":
      return vscode.l10n.t("OpenProject did not answer in time.");
    case "cancelled":
      return undefined;
    case "unreachable":
      return vscode.l10n.t("OpenProject cannot be reached: {0}", detail);
  }
}
