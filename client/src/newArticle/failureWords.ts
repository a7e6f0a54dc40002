import * as vscode from "vscode";
import type { FetchFailure } from "../sourcePage/guardedFetch.ts";

/** Says why something of the web was not read; nothing to whoever stopped it. */
export function wordsFor({ reason, detail }: FetchFailure): string | undefined {
  switch (reason) {
    case "noWebAddress":
      return vscode.l10n.t("{0} is no web address that may be read.", detail);
    case "notPublic":
      return vscode.l10n.t("{0} is not on the public internet.", detail);
    case "proxy":
      return vscode.l10n.t("A proxy stands between, and nobody can tell where it leads.");
    case "unknownHost":
      return vscode.l10n.t("Its host cannot be found. Is this machine online? ({0})", detail);
    case "unreachable":
      return vscode.l10n.t("Its server cannot be reached. ({0})", detail);
    case "timeout":
      return vscode.l10n.t("Its server did not answer within {0} seconds.", detail);
    case "cancelled":
      return undefined;
    case "status":
      return vscode.l10n.t("Its server answered with status {0}.", detail);
    case "redirects":
      return vscode.l10n.t("It leads on more than {0} times.", detail);
    case "type":
      return detail === ""
        ? vscode.l10n.t("Nobody says what it is.")
        : vscode.l10n.t("It is {0}, which is of no use here.", detail);
    case "size":
      return vscode.l10n.t("It is larger than {0} bytes.", detail);
  }
}
