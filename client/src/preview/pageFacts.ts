import * as vscode from "vscode";
import type { PreviewResult } from "../../../server/src/protocol/preview.ts";
import type { PageFacts } from "../../preview/messages.ts";

/** The section of the settings about the preview. */
export const PREVIEW_SETTINGS = "curatedContent.preview";

/** What the page is told of an article: what the server says of it, with files as addresses that a webview may load. */
export function pageFacts(
  { parts, permalink, site, body, bodyProblems, otherProblems, markup, imageFolders, assetRoots }: PreviewResult,
  document: vscode.TextDocument,
  webview: vscode.Webview,
): PageFacts {
  const loadable = (uri: vscode.Uri): string => webview.asWebviewUri(uri).toString();
  const image = parts.find(({ role }) => role === "image")?.target;
  return {
    uri: document.uri.toString(),
    parts,
    permalink,
    site,
    image: image === undefined ? null : loadable(vscode.Uri.parse(image)),
    bodyLine: body?.start.line ?? null,
    bodyProblems,
    otherProblems,
    markup,
    imageFolders: imageFolders.map((uri) => loadable(vscode.Uri.parse(uri))),
    assetRoots,
    styles: siteStyles(document.uri).map(loadable),
    remoteImages: remoteImages(),
  };
}

/** Whether the page may load images of the web. Only the user's own settings say so, not those of a folder. */
export function remoteImages(): "loaded" | "blocked" {
  const isAllowed = vscode.workspace.getConfiguration(PREVIEW_SETTINGS).inspect<boolean>("remoteImages")?.globalValue;
  return isAllowed === true ? "loaded" : "blocked";
}

/** The site's own style sheets that are in the folder of a document. */
function siteStyles(uri: vscode.Uri): readonly vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const named = vscode.workspace.getConfiguration(PREVIEW_SETTINGS, uri).get<unknown>("styles");
  if (folder === undefined || !Array.isArray(named)) return [];
  return named.filter(isBelow).map((path) => vscode.Uri.joinPath(folder.uri, path));
}

/** Whether a setting is a path below a folder, to a style sheet. */
function isBelow(path: unknown): path is string {
  return (
    typeof path === "string" && /\.css$/i.test(path) && !/^[/\\]|^[a-z][\w+.-]*:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path)
  );
}
