/**
 * How often a property is tried: as usual, or by hand so many times as often as `PROPERTY_RUNS` says, with mocha's
 * `--timeout 0`.
 */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env.PROPERTY_RUNS ?? 1));
}
