import type { Stats } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { FileHead, FileStart } from "../service/languageService.ts";

/** The names of the files in a folder, empty where it is not there. Rejects where the system does for another reason. */
export async function fileNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  // What a link leads to shows when it is read.
  return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
}

/** The text in the first bytes of a file, as UTF-8. Rejects where the system does. */
export async function fileStart(path: string, length: number): Promise<FileStart | undefined> {
  const looked = Date.now();
  const head = await fileHead(path, length);
  return head && toFileStart(head, looked);
}

/** @param looked when somebody began to look at the file, in milliseconds since 1970-01-01T00:00:00Z */
export function toFileStart(head: FileHead & Pick<Stats, "mtimeMs">, looked: number): FileStart {
  const isSettled = head.mtimeMs < looked - TICK;
  return { text: new TextDecoder().decode(head.bytes), stamp: isSettled ? stampOf(head) : undefined };
}

/** The clocks of some disks tick every two seconds: what changed just before a look may change again unnoticed. */
export const TICK = 3000;

/** What a file looks like, without its content. */
export function stampOf({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string {
  return `${size} ${mtimeMs}`;
}

/**
 * The first bytes of a file as `fileHead` reads them, unless the file or a folder above it is a link that leads out of a
 * folder: then `undefined`. Rejects where the system does.
 */
export async function fileHeadIn(folder: string, path: string, length: number): Promise<FileHead | undefined> {
  const [root, file] = await Promise.all([realpath(folder), realpath(path)]);
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  const head = await fileHead(file, length);
  return head && { bytes: head.bytes, size: head.size };
}

/**
 * The first bytes of a file. Rejects where the system does.
 *
 * @param length how many bytes at most
 * @returns `undefined` for what is no file, such as a named pipe, which may never end
 */
async function fileHead(path: string, length: number): Promise<(FileHead & Pick<Stats, "mtimeMs">) | undefined> {
  const found = await stat(path);
  if (!found.isFile()) return undefined;
  const file = await open(path);
  try {
    const buffer = new Uint8Array(Math.min(length, found.size));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { bytes: buffer.subarray(0, filled), size: found.size, mtimeMs: found.mtimeMs };
  } finally {
    await file.close();
  }
}
