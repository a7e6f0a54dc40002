const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that must not be cut off in the middle: a signal that would end the program is told to the work, and ends the
 * program when the work is done. A second one ends it at once.
 */
export async function uninterrupted<T>(work: (interruption: AbortSignal) => Promise<T>): Promise<T> {
  const aborter = new AbortController();
  let caught: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    caught = signal;
    stopListening();
    aborter.abort();
  };
  const stopListening = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work(aborter.signal);
  } finally {
    stopListening();
    // Who started the program is to see that it was a signal that ended it.
    if (caught !== undefined) process.kill(process.pid, caught);
  }
}
