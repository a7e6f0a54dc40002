import * as vscode from "vscode";
import type { WorkPackageSource } from "../../../server/src/protocol/workPackage.ts";
import type { Account } from "./account.ts";
import { explain } from "./failureWords.ts";
import type { OpenProject } from "./openProject.ts";

/** A work package, and where it came from. */
export interface PickedWorkPackage {
  readonly source: WorkPackageSource;
  /** Where it was read just now; a file may be of any. */
  readonly openProject?: OpenProject;
}

/** Reads the work package that the user names: by its number where they have an OpenProject, else of a file. */
export async function pickWorkPackage(
  account: Account,
  { title, id }: { readonly title: string; readonly id?: number | undefined },
): Promise<PickedWorkPackage | undefined> {
  if (account.url === undefined) return pickFile(title);
  const fromOpenProject = `$(cloud-download) ${vscode.l10n.t("Read it from {0}", account.url)}`;
  const fromFile = `$(file) ${vscode.l10n.t("Read it from a file…")}`;
  const choice = await vscode.window.showQuickPick([fromOpenProject, fromFile], { title });
  if (choice === fromFile) return pickFile(title);
  return choice === undefined ? undefined : pickByNumber(account, { title, id });
}

/** The same for a file in HAL+JSON. */
export async function readWorkPackageFile(file: vscode.Uri): Promise<PickedWorkPackage> {
  return { source: { workPackage: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) } };
}

async function pickFile(title: string): Promise<PickedWorkPackage | undefined> {
  const filters = { JSON: ["json"] };
  const [file] = (await vscode.window.showOpenDialog({ title, filters })) ?? [];
  return file && readWorkPackageFile(file);
}

async function pickByNumber(
  account: Account,
  { title, id }: { readonly title: string; readonly id?: number | undefined },
): Promise<PickedWorkPackage | undefined> {
  const number = id ?? (await askForNumber(title));
  const openProject = number === undefined ? undefined : await account.open();
  if (number === undefined || openProject === undefined) return undefined;
  const options = {
    location: vscode.ProgressLocation.Notification,
    cancellable: true,
    title: vscode.l10n.t("Reading work package {0}…", number),
  };
  const found = await vscode.window.withProgress(options, (_, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return openProject.workPackage(number, controller.signal);
  });
  if (found.kind === "failed") return explain(found);
  const { kind: _, ...source } = found;
  return { source, openProject };
}

async function askForNumber(title: string): Promise<number | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The number of the work package"),
    ignoreFocusOut: true,
    validateInput: (typed) => (NUMBER.test(typed.trim()) ? undefined : vscode.l10n.t("A number such as {0}", "4127")),
  });
  return text === undefined ? undefined : Number(NUMBER.exec(text.trim())?.[1]);
}

/** As OpenProject shows it, with or without its sign. */
const NUMBER = /^#?([1-9]\d{0,11})$/;
