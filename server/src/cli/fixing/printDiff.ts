import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { Complaints } from "../complaints.ts";
import { displayPath } from "../printable.ts";
import type { Terminal } from "../terminal.ts";
import type { Repair } from "./repairs.ts";

/**
 * Prints what repairs would change, with the paths that `git apply` expects: from the root of the repository that we are in,
 * from the folder that we are in where that is none.
 *
 * @returns how many files would be changed
 */
export async function printDiff(
  repairs: AsyncIterable<Repair>,
  { cwd, print }: Pick<Terminal, "cwd" | "print">,
  complaints: Complaints,
): Promise<number> {
  // Loaded where it is needed: other commands start without it.
  const { unifiedDiff } = await import("./unifiedDiff.ts");
  const root = rootAbove(realpathSync(cwd));
  let count = 0;
  for await (const { path, file, repaired } of repairs) {
    // Git follows no links.
    const below = relative(root, realpathSync(path));
    if (below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)) {
      complaints.add(
        `${displayPath(path, cwd)}: no difference is shown, because it is not below ${displayPath(root, cwd)}`,
      );
      continue;
    }
    print(unifiedDiff(below.split(sep).join("/"), file, repaired));
    count++;
  }
  return count;
}

/** The root of the repository that a folder is in, else the folder. In a working tree beside others `.git` is a file. */
function rootAbove(folder: string): string {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, ".git"))) return each;
    if (dirname(each) === each) return folder;
  }
}
