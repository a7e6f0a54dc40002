/** So long, in milliseconds, whatever has come in waits without anybody's noticing. */
const TURN = 8;

/**
 * Makes what lets others go first, in the middle of long work: it resolves once what has come in meanwhile is under way. Of
 * several who wait one goes on at a time, so that they do not hold the others up together. Who asks all the time goes on at
 * once while the turn is short: a timer costs a millisecond.
 *
 * @param now the time in milliseconds
 * @param later calls a function once what has come in is under way
 */
export function createPause(
  now: () => number,
  later: (next: () => void) => void = (next) => void setTimeout(next, 0),
): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let begun = Number.NEGATIVE_INFINITY;
  const next = (): void => {
    begun = now();
    waiting.shift()?.();
    if (waiting.length > 0) later(next);
  };
  return async () => {
    const since = now() - begun;
    // Clocks are set back at times.
    if (waiting.length === 0 && since >= 0 && since < TURN) return;
    await new Promise<void>((done) => {
      waiting.push(done);
      if (waiting.length === 1) later(next);
    });
  };
}
