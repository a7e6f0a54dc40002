import { readFileSync, statSync } from "node:fs";
import { TICK } from "../../disk/files.ts";
import { hashOf } from "../../disk/hash.ts";

/** By what a file is known again. */
export interface Stamp {
  /** In bytes. */
  readonly size: number;
  /** When it was changed last, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly changed: number;
  /** Of its bytes. */
  readonly hash: string;
}

/** Taken before a file is looked at: where it changes meanwhile, it is not known again. Throws where the system does. */
export function stampOf(path: string): Stamp {
  const { size, mtimeMs } = statSync(path);
  return { size, changed: mtimeMs, hash: hashOf(readFileSync(path)) };
}

/**
 * Whether a file is still the same. It is only read where its time does not tell.
 *
 * @param looked when its stamp was taken at the earliest, in milliseconds since 1970-01-01T00:00:00Z
 */
export function isUnchanged(path: string, { size, changed, hash }: Stamp, looked: number): boolean {
  try {
    const found = statSync(path);
    if (found.size !== size || !found.isFile()) return false;
    return (found.mtimeMs === changed && changed < looked - TICK) || hashOf(readFileSync(path)) === hash;
  } catch {
    // What cannot be read is complained of where it is checked.
    return false;
  }
}
