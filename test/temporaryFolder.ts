import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes a folder of a test's own, which `removeFolder` takes away.
 *
 * @param start of its name; one with a blank in it shows who forgets to quote
 * @returns its path, with every link in it followed
 */
export function temporaryFolder(start = "curated content "): string {
  return realpathSync(mkdtempSync(join(tmpdir(), start)));
}

/** Removes a folder with all in it, also while a program that is just ending still writes a file there. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
