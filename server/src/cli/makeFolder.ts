import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isMissing } from "./ioReason.ts";

/**
 * Makes a folder, and those above it that are missing. Node's own way never comes back where the system lets nobody make one
 * and says that something is missing, as below `/proc`. Throws where the system does.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another program may have been faster.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
