import * as vscode from "vscode";
import type { SiteNode } from "../../../server/src/protocol/requests.ts";
import type { HugoSites } from "../hugo/hugoSites.ts";
import { onServer, permalinkOf } from "../hugo/permalink.ts";
import { siteFolder } from "../hugo/siteFolder.ts";
import type { Command } from "./index.ts";

/**
 * Shows an article as Hugo makes it, in a browser: the one given by a menu or a tree, else that of the editor.
 *
 * @param theSites makes them when they are needed first
 */
export function previewWithHugo(theSites: () => HugoSites): Command {
  return {
    id: "curatedContent.previewWithHugo",
    async execute(given) {
      const uri = fileOf(given) ?? vscode.window.activeTextEditor?.document.uri;
      const root = uri && (await trustedSiteFolder(uri));
      if (!vscode.workspace.isTrusted) {
        void vscode.window.showErrorMessage(vscode.l10n.t("Hugo runs in folders that you trust only."));
      } else if (uri === undefined || root === undefined) {
        const text = vscode.l10n.t(
          "There is no site of Hugo here: no open folder above the file holds a configuration of Hugo.",
        );
        void vscode.window.showErrorMessage(text);
      } else {
        const [sites, page] = [theSites(), { root, file: uri.fsPath }];
        return show(sites, page).catch((error: Error) => explain(sites, page, error));
      }
      return undefined;
    },
  };
}

/** Trust is for the open folders: what lies above them may be anyone's. */
async function trustedSiteFolder({ scheme, fsPath }: vscode.Uri): Promise<string | undefined> {
  const root = scheme === "file" ? await siteFolder(fsPath) : undefined;
  return root && vscode.workspace.getWorkspaceFolder(vscode.Uri.file(root)) && root;
}

function fileOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const { uri } = (given ?? {}) as Partial<SiteNode>;
  return uri === undefined ? undefined : vscode.Uri.parse(uri);
}

interface Page {
  readonly root: string;
  readonly file: string;
}

/** @returns the address that is shown, for whoever calls the command */
async function show(sites: HugoSites, { root, file }: Page): Promise<string | undefined> {
  const program = settings().get<string>("path") || "hugo";
  const title = vscode.l10n.t("Hugo builds the site");
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, cancellation) => {
    cancellation.onCancellationRequested(() => sites.stop(root));
    const listing = permalinkOf(program, root, file).catch((error: Error) => sites.log(error.message));
    const home = await sites.home(root, program);
    if (home === undefined) return undefined;
    const permalink = await listing;
    if (cancellation.isCancellationRequested) return undefined;
    if (!permalink) {
      const text = vscode.l10n.t("Hugo makes no page of this file, so this is the home page of its site.");
      void vscode.window.showInformationMessage(text);
    }
    const address = permalink ? onServer(permalink, home) : home;
    await open(address);
    return address;
  });
}

async function open(address: string): Promise<void> {
  const uri = await vscode.env.asExternalUri(vscode.Uri.parse(address, true));
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  if (settings().get("openIn") !== "externalBrowser") {
    // An extension that comes with VS Code has this command; somebody may have disabled it.
    const isOpen = await vscode.commands.executeCommand("simpleBrowser.api.open", uri, beside).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
  await vscode.env.openExternal(uri);
}

/** Tells what is wrong, and tries again when something of the site is saved. */
async function explain(sites: HugoSites, page: Page, error: NodeJS.ErrnoException): Promise<undefined> {
  if (error.code === "ENOENT" || error.code === "EACCES") {
    const change = vscode.l10n.t("Open Settings");
    const text = vscode.l10n.t("Hugo cannot be started: {0}", error.message);
    if ((await vscode.window.showErrorMessage(text, change)) !== change) return;
    await vscode.commands.executeCommand("workbench.action.openSettings", "curatedContent.hugo.path");
    return;
  }
  const tryAgain = () =>
    void show(sites, page).catch((again: Error) => {
      sites.log(again.message);
      sites.whenSaved(page.root, tryAgain);
    });
  sites.whenSaved(page.root, tryAgain);
  const [problems, output] = [vscode.l10n.t("Show Problems"), vscode.l10n.t("Show Output")];
  const text = vscode.l10n.t("Hugo cannot build this site, and will try again when you save: {0}", error.message);
  const answer = await vscode.window.showErrorMessage(text, problems, output);
  if (answer === problems) await vscode.commands.executeCommand("workbench.actions.view.problems");
  if (answer === output) sites.showOutput();
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("curatedContent.hugo");
}
