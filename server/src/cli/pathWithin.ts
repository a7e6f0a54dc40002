import { isAbsolute, relative, sep } from "node:path";

/** The path of something in a folder relative to it, empty for the folder itself; `undefined` where it is elsewhere. */
export function pathWithin(folder: string, path: string): string | undefined {
  const below = relative(folder, path);
  return below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below) ? undefined : below;
}
