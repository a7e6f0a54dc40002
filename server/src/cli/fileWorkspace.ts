import { readdirSync, statSync } from "node:fs";
import { URI } from "vscode-uri";
import { fileHeadInNow, fileNamesNow, fileStartNow } from "../disk/filesNow.ts";
import type { Workspace } from "../service/languageService.ts";
import { ioReason, isMissing } from "./ioReason.ts";
import { type Patches, readTextFile } from "./textFile.ts";

/**
 * The workspace of the command line: the disk. No folder is open, so a site's root is looked for up to the disk's own.
 * It never waits: nothing else is to be done meanwhile.
 *
 * @param complain is told of each file that is there and cannot be read; the service takes it for missing
 */
export function createFileWorkspace(complain: (path: string, reason: string) => void, patches?: Patches): Workspace {
  function orNothing<T>(uri: string, read: (path: string) => T): T | undefined {
    const path = URI.parse(uri).fsPath;
    try {
      return read(path);
    } catch (error) {
      if (!isMissing(error)) complain(path, ioReason(error) ?? String(error));
      return undefined;
    }
  }
  return {
    openDocument: () => undefined,
    openDocuments: () => [],
    folders: () => [],
    // Nobody else waits.
    pause: async () => undefined,
    readFile: async (uri) => orNothing(uri, (path) => readTextFile(path, patches).text),
    exists: async (uri) => orNothing(uri, (path) => statSync(path))?.isFile() ?? false,
    // An image or another article that cannot be read is no reason to check nothing: nothing is said about it.
    readFiles: async (uri) => orSilence(uri, fileNamesNow),
    readHead: async (uri, length, folder) =>
      orSilence(uri, (path) => fileHeadInNow(URI.parse(folder).fsPath, path, length)),
    readStart: async (uri, length) =>
      orSilence(uri, (path) => (patches?.has(path) ? readTextFile(path, patches) : fileStartNow(path, length))),
    readFolders: async (uri) => orNothing(uri, foldersIn) ?? [],
  };
}

function orSilence<T>(uri: string, read: (path: string) => T): T | undefined {
  try {
    return read(URI.parse(uri).fsPath);
  } catch {
    return undefined;
  }
}

function foldersIn(path: string): readonly string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
