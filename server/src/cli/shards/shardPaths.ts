import { isAbsolute, relative, resolve, sep } from "node:path";
import type { CheckedFile } from "../checkedFile.ts";

/** How paths are written down for another machine, and read there. */
export interface ShardPaths {
  toShared(path: string): string;
  toOwn(shared: string): string;
}

/** @param cwd the folder that the command runs in, here and there */
export function createShardPaths(cwd: string): ShardPaths {
  return {
    toShared(path) {
      const below = relative(cwd, path);
      return isAbsolute(below) ? below : below.split(sep).join("/");
    },
    toOwn: (shared) => resolve(cwd, shared),
  };
}

/** The same for the paths that a file's problems name. */
export function mapPaths({ path, problems }: CheckedFile, map: (path: string) => string): CheckedFile {
  return {
    path: map(path),
    problems: problems.map((problem) => ({
      ...problem,
      related: problem.related.map((place) => ({ ...place, path: map(place.path) })),
    })),
  };
}
