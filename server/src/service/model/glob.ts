import picomatch from "picomatch";

/** No author writes a longer one, and matching must stay fast. */
const LONGEST_GLOB = 256;

/**
 * Says which paths globs name.
 *
 * @param globs relative to the site's root: `*` stands for a part of a name, `**` for any folders, `{a,b}` for either
 * @returns whether a path below the root is one of those
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const usable = globs.filter(isUsableGlob);
  const matches = picomatch(usable, { noextglob: true });
  return usable.length === 0 ? () => false : (path) => matches(path);
}

/** Whether a glob can be used: it is not empty, not overlong, and does not lead out of the site. */
function isUsableGlob(glob: string): boolean {
  return glob !== "" && glob.length <= LONGEST_GLOB && !glob.startsWith("/") && !glob.split("/").includes("..");
}
