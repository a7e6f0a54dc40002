import { isContent } from "../model/article.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** No site has more folders with pages; where one has, the others are not looked into. */
const MOST_FOLDERS = 20_000;

/** The files that may be pages of a site. */
export interface PagePaths {
  /** Below the root, those of each folder together. */
  readonly paths: readonly string[];
  /** Whether these are all: every folder could be listed. */
  readonly isWhole: boolean;
}

/**
 * Lists the files that may be pages of a site: the Markdown files in its content folders and where articles of some
 * archetype are. Nothing else is looked into, and no link to a folder is followed.
 *
 * @param within the folders to look into, below the root; what of them is none, or is reached by a link, is passed over
 */
export async function pagePaths(
  workspace: Workspace,
  model: ContentModel,
  within: readonly string[] = [""],
): Promise<PagePaths> {
  const folders = await ownFolders(workspace, model.root, within);
  const paths: string[] = [];
  let isWhole = true;
  for (const folder of folders) {
    const uri = uriIn(model.root, folder);
    const below = (name: string) => (folder === "" ? name : `${folder}/${name}`);
    const files = await workspace.readFiles(uri);
    if (files === undefined) {
      // Where nobody can look, there is no use in looking for folders.
      isWhole = false;
      continue;
    }
    for (const name of files) if (isPagePath(below(name), model)) paths.push(below(name));
    const inner = (await workspace.readFolders(uri)).map(below).filter((path) => mayHoldPages(path, model));
    const room = Math.max(0, MOST_FOLDERS - folders.length);
    if (inner.length > room) isWhole = false;
    folders.push(...inner.slice(0, room));
  }
  return { paths, isWhole };
}

/** Those of some folders below a root that are folders of its own, on all of their way: a link to one is not listed as one. */
async function ownFolders(workspace: Workspace, root: string, paths: readonly string[]): Promise<string[]> {
  const listed = new Map<string, Promise<readonly string[]>>();
  const isOwn = async (path: string): Promise<boolean> => {
    if (path === "") return true;
    const end = path.lastIndexOf("/");
    const above = path.slice(0, Math.max(0, end));
    const names = listed.get(above) ?? workspace.readFolders(uriIn(root, above));
    listed.set(above, names);
    return (await names).includes(path.slice(end + 1)) && (await isOwn(above));
  };
  const own: string[] = [];
  for (const path of paths) if (await isOwn(path)) own.push(path);
  return own;
}

/** Whether a file stands where pages of a site do. */
export function isPagePath(path: string, { archetypes, content }: ContentModel): boolean {
  const [, folder] = /^(.*\/)_index(?:\.[^/]*)?\.(?:md|html)$/.exec(path) ?? [];
  const isSection = folder !== undefined && isContent(folder);
  if (!isSection && (!path.endsWith(".md") || !isContent(path))) return false;
  return content.some((folder) => path.startsWith(`${folder}/`)) || archetypes.some(({ files }) => files.matches(path));
}

/** Whether pages of a site may stand in a folder or below it. */
export function mayHoldPages(folder: string, { archetypes, content }: ContentModel): boolean {
  if (!isContent(`${folder}/`)) return false;
  const leadsToContent = content.some((home) => `${folder}/`.startsWith(`${home}/`) || home.startsWith(`${folder}/`));
  return leadsToContent || content.includes(folder) || archetypes.some(({ files }) => files.mayLieIn(folder));
}
