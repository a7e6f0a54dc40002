/**
 * What both hosts say of a finished run. Its last line holds the totals: no totals means that the extension host died,
 * whatever exit code VS Code reports.
 */
interface Totals {
  readonly passed: number;
  readonly failed: number;
}

export async function runMocha(start: (done: () => void) => Mocha.Runner): Promise<Totals> {
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started = start(() => resolve(started));
  });
  const totals = { passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 };
  console.log(`[totals] ${JSON.stringify(totals)}`);
  return totals;
}
