import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { removeUnfinished, unfinishedPath } from "./fixing/unfinishedFiles.ts";
import { isMissing } from "./ioReason.ts";
import { makeFolder } from "./makeFolder.ts";

/**
 * Writes a file of this program's own in one step, into a folder that need not be there: who reads it meanwhile reads the one
 * before. Throws where the system does.
 */
export function writeWholeFile(path: string, text: string): void {
  makeFolder(dirname(path));
  const target = targetOf(path);
  removeUnfinished(dirname(target));
  const unfinished = unfinishedPath(target);
  try {
    const descriptor = openSync(unfinished, "wx");
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Where a link leads; a path at which nothing is leads to itself. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}
