import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../ioReason.ts";
import { IGNORE_FILES, type IgnoreRules, isIgnored, rulesAbove, rulesIn } from "./ignoreFiles.ts";

/** A folder that is not left out. */
export interface WalkedFolder {
  /** The way to it from where the walk began. */
  readonly steps: readonly string[];
  /** The names of its files that are not left out. */
  readonly files: readonly string[];
}

/**
 * Walks through a folder and all below, without `node_modules`, hidden files and folders, symbolic links, and what
 * `.gitignore` and `.curatedignore` leave out. Throws where the system does.
 *
 * @param cwd the folder that the program runs in
 * @param isEmpty whether a folder that cannot be read, for this reason, has nothing in it
 */
export async function* walk(
  folder: string,
  cwd: string,
  isEmpty: (error: unknown) => boolean = isMissing,
): AsyncGenerator<WalkedFolder> {
  const above = await rulesAbove(folder, cwd, IGNORE_FILES);
  // What is named is searched.
  const waiting: Waiting[] = [{ steps: [], rules: isIgnored(folder, "folder", above) ? undefined : above }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { steps } = next;
    const path = join(folder, ...steps);
    const entries = await entriesOf(path, isEmpty);
    const names = IGNORE_FILES.filter((name) => entries.some((entry) => entry.name === name && entry.isFile()));
    const rules = await rulesIn(path, names, next.rules);
    const files: string[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") continue;
      if (entry.isDirectory()) {
        if (!isIgnored(join(path, name), "folder", rules)) waiting.push({ steps: [...steps, name], rules });
      } else if (entry.isFile() && !isIgnored(join(path, name), "file", rules)) {
        files.push(name);
      }
    }
    yield { steps, files };
  }
}

/** A folder that is still to be walked through, with the rules that count above it. */
interface Waiting {
  readonly steps: readonly string[];
  readonly rules: IgnoreRules | undefined;
}

async function entriesOf(folder: string, isEmpty: (error: unknown) => boolean): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isEmpty(error)) return [];
    throw error;
  }
}
