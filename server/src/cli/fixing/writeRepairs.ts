import type { Complaints } from "../complaints.ts";
import { ioReason } from "../ioReason.ts";
import { displayPath } from "../printable.ts";
import { bytesOf } from "../textFile.ts";
import { uninterrupted } from "./interruption.ts";
import type { Repair } from "./repairs.ts";
import { type Refusal, replaceFile } from "./replaceFile.ts";

/** Disks take longer to be sure of a file than we take to repair it. */
const AT_ONCE = 8;

const REASONS: { readonly [refusal in Refusal]: string } = {
  "read-only": "it is read-only",
  changed: "it was changed meanwhile",
};

/**
 * Writes files as they are worked out, each in one step, and complains of those that cannot be written. A signal ends the
 * program when those are written that are begun.
 *
 * @returns how many files were written
 */
export function writeRepairs(repairs: AsyncIterable<Repair>, complaints: Complaints, cwd: string): Promise<number> {
  return uninterrupted(async (interruption) => {
    const outcomes: Promise<string | undefined>[] = [];
    for await (const repair of repairs) {
      if (interruption.aborted) break;
      outcomes.push(write(repair, cwd));
      await outcomes.at(-AT_ONCE);
    }
    // In the order of the files, whichever was written first.
    const failures = (await Promise.all(outcomes)).filter((line) => line !== undefined);
    for (const line of failures) complaints.add(line);
    return outcomes.length - failures.length;
  });
}

/** @returns what is to be said where the file was not written */
async function write({ path, file, repaired }: Repair, cwd: string): Promise<string | undefined> {
  const name = displayPath(path, cwd);
  try {
    const refusal = await replaceFile(path, bytesOf(repaired), bytesOf(file));
    return refusal && `${name}: not repaired, because ${REASONS[refusal]}`;
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    return `${name}: not repaired: ${reason}`;
  }
}
