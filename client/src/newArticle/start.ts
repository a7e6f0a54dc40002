import * as vscode from "vscode";
import { type NewArticleSite, newArticleSites } from "../../../server/src/protocol/newArticle.ts";
import type { SiteNode } from "../../../server/src/protocol/requests.ts";
import type { Server } from "../server.ts";

/** Where an article may be written. */
export interface Start {
  readonly sites: readonly NewArticleSite[];
  /** The likeliest of them. */
  readonly start: NewArticleSite | undefined;
  /** What is not asked, because the author said it by the place where they called. */
  readonly settled: NewArticleSite["here"];
}

/** A node of the tree and a folder settle what they can; the open editor says what is likely. */
export async function findStart(server: Server, given: unknown): Promise<Start> {
  const ask = async (uri: string | undefined): Promise<readonly NewArticleSite[]> =>
    (await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading articles…") },
      () => Promise.resolve(server.ask(newArticleSites, uri === undefined ? {} : { uri })),
    )) ?? [];
  const node = nodeIn(given);
  if (node !== undefined) {
    const [root, group, community, archetype] = node.steps;
    const here = group === "communities" ? { archetype, community: community || undefined } : {};
    const sites = (await ask(root && `${root}/`)).map((site) => ({ ...site, here }));
    return { sites, start: sites[0], settled: here };
  }
  const place = given instanceof vscode.Uri ? given : undefined;
  if (place !== undefined && (await isFolder(place))) {
    const sites = await ask(`${place.toString()}/`);
    return { sites, start: sites[0], settled: sites[0]?.here ?? {} };
  }
  const near = place ?? vscode.window.activeTextEditor?.document.uri;
  const isOpen = near !== undefined && vscode.workspace.getWorkspaceFolder(near) !== undefined;
  const [[likely], all] = await Promise.all([isOpen ? ask(near.toString()) : [], ask(undefined)]);
  const sites = all.map((site) => (site.root === likely?.root ? likely : site));
  return { sites, start: sites.find((site) => site === likely) ?? sites[0], settled: {} };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return false;
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.Directory) !== 0;
}

function nodeIn(given: unknown): SiteNode | undefined {
  return typeof given === "object" && given !== null && "steps" in given ? (given as SiteNode) : undefined;
}
