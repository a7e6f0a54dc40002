import { URI, Utils } from "vscode-uri";
import type { Archetype } from "../model/archetype.ts";
import { isContent } from "../model/article.ts";
import type { Workspace } from "./workspace.ts";

/** No site has more folders with articles; where one has, the others are not looked into. */
const MOST_FOLDERS = 4000;

/**
 * Lists the files that stand where articles of some archetypes do, folder by folder. Nothing else is looked into, and no
 * link to a folder is followed.
 *
 * @returns their paths below the root, those of each folder together
 */
export async function articlePaths(
  workspace: Workspace,
  root: string,
  archetypes: readonly Archetype[],
): Promise<readonly (readonly string[])[]> {
  const folders = [""];
  const found: (readonly string[])[] = [];
  for (const folder of folders) {
    const uri = uriIn(root, folder);
    const below = (name: string) => (folder === "" ? name : `${folder}/${name}`);
    const files = await workspace.readFiles(uri);
    // Where nobody can look, there is no use in looking for folders.
    if (files === undefined) continue;
    found.push(files.map(below).filter((path) => isArticlePath(path, archetypes)));
    const inner = (await workspace.readFolders(uri)).map(below).filter((path) => mayHoldArticles(path, archetypes));
    folders.push(...inner.slice(0, Math.max(0, MOST_FOLDERS - folders.length)));
  }
  return found.filter(({ length }) => length > 0);
}

/** Whether a file stands where articles do. */
export function isArticlePath(path: string, archetypes: readonly Archetype[]): boolean {
  return path.endsWith(".md") && isContent(path) && archetypes.some(({ files }) => files.matches(path));
}

/** The URI of what is at a path below a root. */
export function uriIn(root: string, path: string): string {
  return path === "" ? root : Utils.joinPath(URI.parse(root), path).toString();
}

function mayHoldArticles(folder: string, archetypes: readonly Archetype[]): boolean {
  return isContent(`${folder}/`) && archetypes.some(({ files }) => files.mayLieIn(folder));
}
