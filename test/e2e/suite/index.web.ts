/** The entry for the web worker extension host, which has neither files nor `require`: everything is in one bundle. */
import "mocha/mocha.js";
import { runMocha } from "./report.ts";

async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (text?: unknown, ...args: unknown[]) => {
    console.log(`[mocha] ${String(text ?? "").replace(/%[sd]/g, () => String(args.shift()))}`);
  };
  mocha.setup({ ui: "bdd", color: false, timeout: 30_000, reporter: Mocha.reporters.Spec });
  await import("./moves.test.ts");
  await import("./authoring.test.ts");
  await import("./navigation.test.ts");
  await import("./topics.test.ts");
  await import("./newArticle.test.ts");
  await import("./workPackages.test.ts");
  await import("./wholeSite.test.ts");

  const totals = await runMocha((done) => mocha.run(done));
  if (totals.failed > 0) throw new Error(`${totals.failed} test(s) failed`);
}

// mocha's browser build assigns the module.exports of this bundle, so ours are assigned after it.
module.exports = { run };
