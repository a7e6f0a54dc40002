import { isContent } from "../model/article.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** No site has more folders with pages; where one has, the others are not looked into. */
const MOST_FOLDERS = 20_000;

/**
 * Lists the files that may be pages of a site: the Markdown files in its content folders and where articles of some
 * archetype are. Nothing else is looked into, and no link to a folder is followed.
 *
 * @returns their paths below the root, those of each folder together
 */
export async function pagePaths(workspace: Workspace, model: ContentModel): Promise<readonly string[]> {
  const folders = [""];
  const found: string[] = [];
  for (const folder of folders) {
    const uri = uriIn(model.root, folder);
    const below = (name: string) => (folder === "" ? name : `${folder}/${name}`);
    const files = await workspace.readFiles(uri);
    // Where nobody can look, there is no use in looking for folders.
    if (files === undefined) continue;
    for (const name of files) if (isPagePath(below(name), model)) found.push(below(name));
    const inner = (await workspace.readFolders(uri)).map(below).filter((path) => mayHoldPages(path, model));
    folders.push(...inner.slice(0, Math.max(0, MOST_FOLDERS - folders.length)));
  }
  return found;
}

/** Whether a file stands where pages of a site do. */
export function isPagePath(path: string, { archetypes, content }: ContentModel): boolean {
  const isSection = path.endsWith("/_index.md") && isContent(path.slice(0, -"_index.md".length));
  if (!path.endsWith(".md") || (!isContent(path) && !isSection)) return false;
  return content.some((folder) => path.startsWith(`${folder}/`)) || archetypes.some(({ files }) => files.matches(path));
}

function mayHoldPages(folder: string, { archetypes, content }: ContentModel): boolean {
  if (!isContent(`${folder}/`)) return false;
  const leadsToContent = content.some((home) => `${folder}/`.startsWith(`${home}/`) || home.startsWith(`${folder}/`));
  return leadsToContent || content.includes(folder) || archetypes.some(({ files }) => files.mayLieIn(folder));
}
