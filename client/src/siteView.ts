import * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { type SiteNode, siteTree } from "../../server/src/protocol/requests.ts";
import type { Server } from "./server.ts";
import { noteSite } from "./siteContext.ts";
import { countProblems, toTreeItem } from "./siteTreeItem.ts";

const SITE_VIEW = "curatedContent.site";

/** Which of the view's welcome texts is right while there is nothing in it. */
type Emptiness = "unknown" | "reading" | "empty" | "failed";

/** The tree of the open sites, in its own place in the activity bar. The server starts when the view is first looked into. */
export function createSiteView(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<SiteNode | undefined>();
  const say = (emptiness: Emptiness) =>
    void vscode.commands.executeCommand("setContext", "curatedContent.siteView", emptiness);

  const topNodes = async (): Promise<readonly SiteNode[]> => {
    await server.start();
    const result = await server.request(siteTree, {});
    if (result === undefined) {
      say("failed");
      return [];
    }
    const { nodes, state, problems } = result;
    if (nodes.length > 0) noteSite();
    say(state === "reading" ? "reading" : "empty");
    view.message = nodes.length > 0 ? MESSAGES[state]() : "";
    const total = problems.errors + problems.warnings;
    view.badge =
      total === 0 ? undefined : { value: total, tooltip: vscode.l10n.t("{0} in articles", countProblems(problems)) };
    return nodes;
  };
  const provider: vscode.TreeDataProvider<SiteNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: toTreeItem,
    async getChildren(node) {
      if (node === undefined) return [...(await topNodes())];
      return [...((await server.request(siteTree, { steps: node.steps }))?.nodes ?? [])];
    },
  };
  const view = vscode.window.createTreeView(SITE_VIEW, { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    changed,
    view,
    server.onDidChangeSiteTree(() => changed.fire(undefined)),
    server.onDidChangeState(() => {
      if (server.state === State.Running || server.state === State.Stopped) changed.fire(undefined);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire(undefined)),
  );
}

const MESSAGES = {
  read: () => "",
  reading: () => vscode.l10n.t("Reading articles…"),
  stopped: () => vscode.l10n.t("Not all articles have been read."),
} as const;
