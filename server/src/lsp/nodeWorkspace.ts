import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fileHeadIn, fileNames, fileStart } from "../disk/files.ts";
import type { Log } from "../service/languageService.ts";
import type { Files } from "./clientWorkspace.ts";
import { reasonOf } from "./log.ts";

/** No configuration or vocabulary is as large; reading a larger file would cost the editor its memory. */
const LARGEST_FILE = 16 * 1024 * 1024;

/**
 * The file system of this machine.
 *
 * @param elsewhere what reads files that are not on it
 */
export function createNodeFiles(elsewhere: Files, log: Log): Files {
  const read = async <Result>(uri: string, missing: Result, work: (path: string) => Promise<Result>) => {
    try {
      return await work(fileURLToPath(uri));
    } catch (error) {
      if (!isMissing(error)) log.warn(`${uri} could not be read: ${reasonOf(error)}`);
      return missing;
    }
  };
  const readText = async (path: string): Promise<string | undefined> => {
    const found = await stat(path);
    // Anything else, such as a named pipe, may never end.
    if (!found.isFile()) return undefined;
    // Editors have no byte order mark in their documents, and positions count without it.
    if (found.size <= LARGEST_FILE) return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
    log.error(`${path} is not read: it is larger than 16 MB.`);
    return undefined;
  };
  return {
    readFile: (uri) => (isLocal(uri) ? read(uri, undefined, readText) : elsewhere.readFile(uri)),
    exists: (uri) =>
      isLocal(uri) ? read(uri, false, async (path) => (await stat(path)).isFile()) : elsewhere.exists(uri),
    readFolders: (uri) => (isLocal(uri) ? read(uri, [], folderNames) : elsewhere.readFolders(uri)),
    readFiles: (uri) => (isLocal(uri) ? read(uri, undefined, fileNames) : elsewhere.readFiles(uri)),
    readHead: (uri, length, folder) =>
      isLocal(uri)
        ? read(uri, undefined, (path) => fileHeadIn(fileURLToPath(folder), path, length))
        : elsewhere.readHead(uri, length, folder),
    readStart: (uri, length) =>
      isLocal(uri) ? read(uri, undefined, (path) => fileStart(path, length)) : elsewhere.readStart(uri, length),
  };
}

function isLocal(uri: string): boolean {
  return uri.startsWith("file:");
}

async function folderNames(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** Whether the system says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
