import { readdir, stat } from "node:fs/promises";
import { URI } from "vscode-uri";
import { fileHeadIn, fileNames, fileStart } from "../disk/files.ts";
import type { Workspace } from "../service/languageService.ts";
import { ioReason, isMissing } from "./ioReason.ts";
import { readTextFile } from "./textFile.ts";

/**
 * The workspace of the command line: the disk. No folder is open, so a site's root is looked for up to the disk's own.
 *
 * @param complain is told of each file that is there and cannot be read; the service takes it for missing
 */
export function createFileWorkspace(complain: (path: string, reason: string) => void): Workspace {
  async function orNothing<T>(uri: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
    const path = URI.parse(uri).fsPath;
    try {
      return await read(path);
    } catch (error) {
      if (!isMissing(error)) complain(path, ioReason(error) ?? String(error));
      return undefined;
    }
  }
  return {
    openDocument: () => undefined,
    folders: () => [],
    // Nobody else waits.
    pause: () => Promise.resolve(),
    readFile: (uri) => orNothing(uri, async (path) => (await readTextFile(path)).text),
    exists: async (uri) => (await orNothing(uri, stat))?.isFile() ?? false,
    // An image or another article that cannot be read is no reason to check nothing: nothing is said about it.
    readFiles: (uri) => fileNames(URI.parse(uri).fsPath).catch(() => undefined),
    readHead: (uri, length, folder) =>
      fileHeadIn(URI.parse(folder).fsPath, URI.parse(uri).fsPath, length).catch(() => undefined),
    readStart: (uri, length) => fileStart(URI.parse(uri).fsPath, length).catch(() => undefined),
    readFolders: async (uri) => (await orNothing(uri, foldersIn)) ?? [],
  };
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
