/** The entry for the Node extension host, in the form @vscode/test-electron knows: `run` rejects when a test fails. */
import * as fs from "node:fs";
import * as path from "node:path";
import { format } from "node:util";
import Mocha from "mocha";
import { runMocha } from "./report.ts";

export async function run(): Promise<void> {
  const mocha = new Mocha({ color: false, timeout: 30_000, reporter: "spec" });
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(`[mocha] ${format(...args)}`);
  for (const name of [
    "moves",
    "authoring",
    "navigation",
    "topics",
    "newArticle",
    "workPackages",
    "sourcePage",
    "wholeSite",
    "hugo",
  ])
    mocha.addFile(path.join(__dirname, `${name}.test.js`));

  const totals = await runMocha((done) => mocha.run(done));
  const file = process.env.CURATED_CONTENT_TOTALS;
  if (file) fs.writeFileSync(file, JSON.stringify(totals));
  if (totals.failed > 0) throw new Error(`${totals.failed} test(s) failed`);
}
