import type { Terminal } from "./terminal.ts";

/** What is over sooner needs no word, and nobody reads faster, in milliseconds. */
const [PATIENCE, PAUSE] = [1000, 100];

/**
 * Tells people how far a long work is.
 *
 * @param now the time, in milliseconds since 1970-01-01T00:00:00Z
 * @returns a function to be told of how many of how many are done
 */
export function createProgress(
  { showProgress }: Pick<Terminal, "showProgress">,
  now: () => number,
): (done: number, all: number) => void {
  const start = now();
  let last = start + PATIENCE - PAUSE;
  return (done, all) => {
    if (done >= all) return showProgress(undefined);
    const time = now();
    if (time < last + PAUSE) return;
    last = time;
    showProgress(`Checked ${done} of ${all} files`);
  };
}
