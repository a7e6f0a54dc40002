import { formatOfName } from "../../model/images/assets.ts";
import { relativePath } from "../../workspace/siteRoot.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { MoveOptions } from "./movingArticle.ts";

/** A file or a folder that goes to another place, by its URIs. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** The moves of single pages that moves of files and folders are: which pages a folder has, the site's index says. */
export async function movesOfPages(
  moves: readonly FileMove[],
  { indexing, sites, subjects }: MoveOptions,
): Promise<readonly FileMove[]> {
  const pages = new Map<string, FileMove>();
  for (const move of moves) {
    if (isImage(move.from)) continue;
    await subjects.index(move.from);
    if (isPage(move.from)) {
      pages.set(move.from, move);
      continue;
    }
    const { model } = await sites.of(move.from);
    const folder = relativePath(model.root, move.from);
    if (folder === undefined) continue;
    for (const { path } of indexing.of(model.root)?.all() ?? []) {
      if (!path.startsWith(`${folder}/`)) continue;
      const from = uriIn(model.root, path);
      if (!pages.has(from)) pages.set(from, { from, to: uriIn(move.to, path.slice(folder.length + 1)) });
    }
  }
  return [...pages.values()];
}

/**
 * Says where a file is once files and folders have moved.
 *
 * @returns a function of its URI; `undefined` where the file stays
 */
export function placesAfter(moves: readonly FileMove[]): (uri: string) => string | undefined {
  const exact = new Map(moves.map(({ from, to }) => [from, to]));
  const folders = moves.filter(({ from }) => !isPage(from) && !isImage(from));
  return (uri) => {
    const to = exact.get(uri);
    if (to !== undefined) return to;
    for (const folder of folders) {
      const below = relativePath(folder.from, uri);
      if (below !== undefined) return uriIn(folder.to, below);
    }
    return undefined;
  };
}

function isImage(uri: string): boolean {
  return formatOfName(uri) !== undefined;
}

function isPage(uri: string): boolean {
  return uri.endsWith(".md");
}
