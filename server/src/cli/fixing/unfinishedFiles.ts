import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Hidden, so that neither Hugo nor a search for articles takes it for one. */
const NAME = /^\.curated-content-(\d+)-[0-9a-f]{12}\.tmp$/;

/** A path for what is to become a file, beside it: only there it takes one step to put it in the place of the other. */
export function unfinishedPath(path: string): string {
  return join(dirname(path), `.curated-content-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
}

/** Removes what programs that were ended in the middle have left in a folder. */
export function removeUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = NAME.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // They do no harm, and whatever is wrong with the folder is told where its files are used.
  }
}

/** Whether another program has that number. Where it runs on another machine, it is told that its file has gone. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
