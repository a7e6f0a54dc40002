import { URI, Utils } from "vscode-uri";
import { oncePerText } from "../document/oncePerText.ts";
import type { Workspace } from "./workspace.ts";

/** The site's own configuration file. */
export const CONFIG_FILE = "curated-content.yaml";

/** Files that only the root of a site holds. */
const MARKERS: readonly string[] = [
  CONFIG_FILE,
  "data/topics.yaml",
  "data/communities.yaml",
  "hugo.yaml",
  "hugo.yml",
  "hugo.toml",
  "hugo.json",
];

/** No site lies deeper below the folder that is open. */
const MOST_LEVELS = 24;

/**
 * Finds the root of the site that a document belongs to: the nearest folder above it that holds a file which only a
 * site's root holds, but not above the workspace folder. Where there is none, the folder above `content`, else the
 * workspace folder, else the document's own folder.
 *
 * @param uri the document
 * @returns the root's URI without a slash at its end
 */
export async function findSiteRoot(workspace: Workspace, uri: string): Promise<string> {
  const document = URI.parse(uri);
  const bound = workspace
    .folders()
    .filter((folder) => isInside(uri, folder))
    .toSorted((a, b) => b.length - a.length)[0];
  const home = /^(.*?)\/content\//.exec(document.path)?.[1];
  const own = Utils.dirname(document);
  // Above the content folder, because the folders in it may hold thousands of articles and never a root.
  let folder = home === undefined ? own : document.with({ path: home === "" ? "/" : home });
  if (bound !== undefined && !isInside(`${folder}/`, bound)) folder = own;
  for (let level = 0; level < MOST_LEVELS; level++) {
    if (await holdsMarker(workspace, folder.toString())) return folder.toString();
    if (folder.toString() === bound || folder.path === "/" || folder.path === "") break;
    folder = Utils.dirname(folder);
  }
  if (home !== undefined && (bound === undefined || isInside(`${document.with({ path: home })}/`, bound))) {
    return document.with({ path: home }).toString();
  }
  return bound ?? own.toString();
}

/** Whether a change to a file can move the root of a site. */
export function isMarker(uri: string): boolean {
  return MARKERS.some((name) => uri.endsWith(`/${name}`));
}

/** The place of a document below a folder, with `/` between folders; `undefined` where it is not in it. */
export function relativePath(folder: string, uri: string): string | undefined {
  const [base, path] = [parsed(folder), parsed(uri)];
  const prefix = base.path.endsWith("/") ? base.path : `${base.path}/`;
  const isBelow = base.scheme === path.scheme && base.authority === path.authority && path.path.startsWith(prefix);
  return isBelow ? path.path.slice(prefix.length) : undefined;
}

/** Whether a folder holds a file that only the root of a site holds. */
export async function holdsMarker(workspace: Workspace, uri: string): Promise<boolean> {
  const folder = URI.parse(uri);
  const texts = await Promise.all(MARKERS.map((name) => workspace.exists(Utils.joinPath(folder, name).toString())));
  return texts.includes(true);
}

/** The same few are asked about at each key. */
const parsed = oncePerText((uri: string) => URI.parse(uri));

function isInside(uri: string, folder: string): boolean {
  return relativePath(folder, uri) !== undefined;
}
