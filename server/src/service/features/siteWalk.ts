import type { IndexProgress } from "../workspace/course.ts";
import type { Signal } from "../workspace/signal.ts";

/** How far a look at all files of a site has come, and whether it is still wanted. */
export interface WalkOptions {
  readonly progress?: IndexProgress | undefined;
  readonly signal?: Signal | undefined;
}

/** So many files at a time: one is read while another is checked, and what an author waits for comes in between. */
const AT_ONCE = 2;

/** How many files lie between two words on the progress. */
const STEP = 16;

/**
 * Does some work for each file of a site, a few at a time.
 *
 * @param work reads a file, so that the event loop turns before the next one
 */
export async function walkFiles(
  uris: readonly string[],
  work: (uri: string) => Promise<void>,
  { progress, signal }: WalkOptions,
): Promise<void> {
  const rest = uris.values();
  let done = 0;
  const walk = async (): Promise<void> => {
    for (const uri of rest) {
      if (signal?.aborted === true) return;
      await work(uri);
      done++;
      if (done % STEP === 0 || done === uris.length) progress?.(done, uris.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
}
