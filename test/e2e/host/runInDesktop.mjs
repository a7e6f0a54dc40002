/** Runs the in-host suite in a desktop VS Code: the same suite, started by the runner that VS Code's authors offer. */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { runTests } from "@vscode/test-electron";
import { programOf } from "./editor.mjs";
import { suiteDir } from "./project.mjs";
import { testSettings } from "./server.mjs";
import { unpackVsix } from "./vsix.mjs";
import { createSuiteWorkspace } from "./workspace.mjs";

/**
 * @param {{ vsix: string, editor?: string }} options  without an editor, VS Code is downloaded
 * @returns {Promise<import("./runInHost.mjs").Totals>}
 */
export async function runInDesktop({ vsix, editor }) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "curated-content-desktop-"));
  const extension = path.join(home, "extension");
  const profile = path.join(home, "profile");
  const totalsFile = path.join(home, "totals.json");
  try {
    unpackVsix(vsix, extension);
    const workspace = createSuiteWorkspace(path.join(home, "medigy"));
    fs.mkdirSync(path.join(profile, "User"), { recursive: true });
    fs.writeFileSync(path.join(profile, "User/settings.json"), JSON.stringify(testSettings, null, 2));
    const problem = await runTests({
      ...(editor ? { vscodeExecutablePath: programOf(editor) } : {}),
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(suiteDir, "index.js"),
      extensionTestsEnv: { CURATED_CONTENT_TOTALS: totalsFile },
      launchArgs: [workspace.folder, `--user-data-dir=${profile}`, `--extensions-dir=${path.join(home, "extensions")}`],
    }).then(
      () => undefined,
      (error) => String(error.message),
    );
    if (!fs.existsSync(totalsFile)) {
      console.error(`The suite ended without its totals. ${problem ?? ""}`);
      return { passed: 0, failed: 1 };
    }
    /** @type {import("./runInHost.mjs").Totals} */
    const totals = JSON.parse(fs.readFileSync(totalsFile, "utf8"));
    if (!problem || totals.failed > 0) return totals;
    console.error(problem);
    return { passed: totals.passed, failed: 1 };
  } finally {
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
