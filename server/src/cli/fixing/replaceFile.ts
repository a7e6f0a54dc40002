import { constants, type Stats } from "node:fs";
import { access, type FileHandle, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { unfinishedPath } from "./unfinishedFiles.ts";

/** Why a file was left alone. */
export type Refusal = "read-only" | "changed";

/**
 * Puts other bytes into a file in one step: whatever ends the program or the machine meanwhile, the file holds the bytes
 * before or those behind. Its mode stays, and its owner where the system allows that; of a link, its target is replaced. Throws
 * where the system does.
 *
 * @param known what the file holds as far as anybody knows; where it holds something else by now it is left alone
 */
export async function replaceFile(path: string, bytes: Uint8Array, known: Uint8Array): Promise<Refusal | undefined> {
  const target = await realpath(path);
  const before = await stat(target);
  // To put another file in its place takes no right to write it, and an administrator has that one always.
  if ((before.mode & 0o222) === 0) return "read-only";
  await access(target, constants.W_OK);
  const unfinished = unfinishedPath(target);
  try {
    await write(unfinished, bytes, before);
    const found = await readFile(target);
    // Somebody else may have had the same to write.
    if (found.equals(bytes)) return undefined;
    if (!found.equals(known)) return "changed";
    await rename(unfinished, target);
    return undefined;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** For others it is not to be read before it has the mode of the file whose place it takes. */
async function write(path: string, bytes: Uint8Array, { mode, uid, gid }: Stats): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await keepOwner(file, uid, gid);
    await file.chmod(mode & 0o7777);
    // Without this the new name may reach the disk before what it names.
    await file.sync();
  } finally {
    await file.close();
  }
}

async function keepOwner(file: FileHandle, uid: number, gid: number): Promise<void> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await file.chown(uid, gid);
  } catch {
    // Only administrators give files away. Who may write the file may have written it anew as well.
  }
}
