/**
 * Makes what lets others go first, in the middle of long work: it resolves once what has come in meanwhile is under way. Of
 * several who wait one goes on at a time, so that they do not hold the others up together.
 */
export function createPause(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setTimeout(next, 0);
  };
  return () =>
    new Promise((done) => {
      waiting.push(done);
      if (waiting.length === 1) setTimeout(next, 0);
    });
}
