import { spawnSync } from "node:child_process";

/**
 * A suite that needs a program which not every machine has. Where it is missing the suite is skipped and says so; in CI,
 * which installs it (`.ci/run`), it fails.
 *
 * @param flag with which the program tells its version
 */
export function describeWith(
  program: string,
  title: string,
  suite: (this: Mocha.Suite) => void,
  flag = "--version",
): void {
  if (spawnSync(program, [flag]).error === undefined) {
    describe(title, suite);
    return;
  }
  if (process.env.CI === undefined) {
    describe.skip(`${title} (skipped: there is no ${program})`, suite);
    return;
  }
  describe(title, () => {
    it(`needs ${program}`, () => {
      throw new Error(`${program} is not installed.`);
    });
  });
}
