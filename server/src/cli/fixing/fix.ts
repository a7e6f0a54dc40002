import { dirname } from "node:path";
import type { TextEdit } from "../../service/languageService.ts";
import type { Complaints } from "../complaints.ts";
import type { Look } from "../look.ts";
import type { Patches } from "../textFile.ts";
import { repairsOf } from "./repairs.ts";
import { removeUnfinished } from "./unfinishedFiles.ts";
import { writeRepairs } from "./writeRepairs.ts";

/** Looks at all files once more, as if some of them had been written. */
export type LookAgain = (patches?: Patches) => Promise<Look>;

/**
 * Repairs the files in which a look found something that has one right answer.
 *
 * @returns what is left. All is looked at again: what a site learns from its articles may be something else now.
 */
export async function fix(found: Look, lookAgain: LookAgain, complaints: Complaints): Promise<Look> {
  for (const folder of new Set(found.files.map(({ path }) => dirname(path)))) removeUnfinished(folder);
  const written = await writeRepairs(repairsOf(found, complaints), complaints, found.checking.cwd);
  found.complain();
  return written === 0 ? found : lookAgain();
}

/** The same, without writing anything; says how many files it is about. */
export async function rehearse(
  found: Look,
  lookAgain: LookAgain,
  complaints: Complaints,
): Promise<{ readonly left: Look; readonly count: number }> {
  const patches = new Map<string, readonly TextEdit[]>();
  for await (const { path, edits } of repairsOf(found, complaints)) patches.set(path, edits);
  found.complain();
  return { left: patches.size === 0 ? found : await lookAgain(patches), count: patches.size };
}
