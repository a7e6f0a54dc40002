import { holdsMarker } from "./siteRoot.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** Sites lie at the top of what is open, or a few folders below it. */
const MOST_LEVELS = 3;

/** No more folders are looked into. */
const MOST_FOLDERS = 200;

/** Where no site begins: what a site consists of, what is installed or built. */
const NO_HOME = /^(?:\..*|node_modules|vendor|content|data|static|assets|layouts|archetypes|themes|public|resources)$/;

/** The roots of the sites in the open folders, without looking at any document. */
export async function findSites(workspace: Workspace): Promise<readonly string[]> {
  const roots = new Set<string>();
  const folders = workspace.folders().map((uri) => ({ uri, level: 0 }));
  for (const { uri, level } of folders) {
    const inner = await workspace.readFolders(uri);
    // Where no file says so, a folder with content in it is taken for a site, but only at the top.
    if ((await holdsMarker(workspace, uri)) || (level === 0 && inner.includes("content"))) roots.add(uri);
    if (level === MOST_LEVELS) continue;
    const homes = inner.filter((name) => !NO_HOME.test(name)).slice(0, Math.max(0, MOST_FOLDERS - folders.length));
    folders.push(...homes.map((name) => ({ uri: uriIn(uri, name), level: level + 1 })));
  }
  return [...roots];
}
