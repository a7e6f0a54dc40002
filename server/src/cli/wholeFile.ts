import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { unfinishedPath } from "./fixing/unfinishedFiles.ts";
import { makeFolder } from "./makeFolder.ts";

/**
 * Writes a file of this program's own in one step, into a folder that need not be there: who reads it meanwhile reads the one
 * before. Throws where the system does.
 */
export function writeWholeFile(path: string, text: string): void {
  makeFolder(dirname(path));
  const unfinished = unfinishedPath(path);
  try {
    const descriptor = openSync(unfinished, "wx");
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
