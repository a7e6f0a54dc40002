/**
 * Runs the in-host suite, a module that exports `run(): Promise<void>`, in the extension host of the embedded VS Code:
 * the Node one, with the .vsix installed, or the web worker one, with the unpacked .vsix served as a web extension.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { launchBrowser } from "./browser.mjs";
import { suiteDir } from "./project.mjs";
import { startServer, testSettings } from "./server.mjs";
import { unpackVsix } from "./vsix.mjs";
import { addDevelopmentOptions, serveFolder } from "./webExtension.mjs";
import { createSuiteWorkspace } from "./workspace.mjs";

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 *
 * @typedef {object} InHostOptions
 * @property {string} vsix
 * @property {string} artifacts  a folder for the logs
 * @property {string} [version]  of VS Code
 */

/** A folder without code: VS Code runs tests only where an extension is under development. The tested one is installed. */
const testExtension = fileURLToPath(new URL("./testExtension", import.meta.url));

/** The suite marks its lines, because the page hands over the whole log of the window. */
const LINE = "[mocha] ";

/** The suite ends with its totals: VS Code reports success, too, when the extension host dies under the tests. */
const TOTALS = "[totals] ";

const TIMEOUT = 5 * 60_000;

/**
 * @param {InHostOptions} options
 * @returns {Promise<Totals>}
 */
export async function runInNodeHost(options) {
  return runInHost({ ...options, serverArgs: { vsix: options.vsix }, bypassCSP: false }, async ({ server }) => [
    ["extensionDevelopmentPath", server.uri(testExtension)],
    ["extensionTestsPath", server.uri(path.join(suiteDir, "index.js"))],
  ]);
}

/**
 * @param {InHostOptions} options
 * @returns {Promise<Totals>}
 */
export async function runInWebHost(options) {
  return runInHost({ ...options, serverArgs: {}, bypassCSP: true }, async ({ server, page, defer }) => {
    const extension = path.join(server.home, "extension");
    unpackVsix(options.vsix, extension);
    // VS Code runs a suite in the host of the extension whose folder it is in.
    fs.copyFileSync(path.join(suiteDir, "index.web.js"), path.join(extension, "suite.js"));
    const web = await serveFolder(extension);
    defer(web.stop);
    await addDevelopmentOptions(page, { extensions: [web.uri("")], extensionTestsPath: web.uri("suite.js") });
    return [];
  });
}

/**
 * @typedef {object} Host
 * @property {import("./server.mjs").EmbeddedServer} server
 * @property {import("playwright-core").Page} page
 * @property {(cleanup: () => Promise<unknown>) => void} defer  does it when the run is over
 *
 * @param {InHostOptions & { serverArgs: { vsix?: string }, bypassCSP: boolean }} options
 * @param {(host: Host) => Promise<[string, string][]>} prepare  gives the payload of the page's address
 * @returns {Promise<Totals>}
 */
async function runInHost({ artifacts, version, serverArgs, bypassCSP }, prepare) {
  /** @type {(() => Promise<unknown>)[]} */
  const cleanups = [];
  const defer = (/** @type {() => Promise<unknown>} */ cleanup) => cleanups.unshift(cleanup);
  fs.rmSync(artifacts, { recursive: true, force: true });
  fs.mkdirSync(artifacts, { recursive: true });
  try {
    const server = await startServer({
      ...serverArgs,
      ...(version ? { version } : {}),
      settings: testSettings,
      args: ["--enable-smoke-test-driver"],
    });
    defer(server.stop);
    const browser = await launchBrowser();
    defer(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP });
    const { result } = await observe(page, server, path.join(artifacts, "window.log"));
    const payload = await prepare({ server, page, defer });
    const workspace = createSuiteWorkspace(path.join(server.home, "medigy"));
    await page.goto(server.address(workspace.folder, [["skipWelcome", "true"], ...payload]));

    const { totals, problem } = await result;
    if (problem || totals.failed > 0) {
      await page.screenshot({ path: path.join(artifacts, "failure.png") }).catch(() => undefined);
      fs.cpSync(server.logs, path.join(artifacts, "logs"), { recursive: true });
      fs.cpSync(path.join(server.home, "server.log"), path.join(artifacts, "server.log"));
    }
    if (!problem) return totals;
    console.error(`${problem}. Logs: ${artifacts}`);
    return { passed: totals.passed, failed: Math.max(1, totals.failed) };
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

/**
 * The page calls two functions that VS Code's own smoke tests use; they must be there before it is loaded.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("./server.mjs").EmbeddedServer} server
 * @param {string} logFile
 * @returns {Promise<{ result: Promise<{ totals: Totals, problem?: string }> }>}
 */
async function observe(page, server, logFile) {
  const log = fs.createWriteStream(logFile);
  /** @type {Totals} */
  let totals = { passed: 0, failed: 0 };
  const readLine = (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    const line = format(...args);
    log.write(`${type}: ${line}\n`);
    if (line.startsWith(LINE)) console.log(line.slice(LINE.length));
    if (line.startsWith(TOTALS)) totals = JSON.parse(line.slice(TOTALS.length));
  };

  /** @type {(problem?: string) => void} */
  let end = () => undefined;
  const result = new Promise((resolve) => {
    end = (problem) => resolve({ totals, ...(problem ? { problem } : {}) });
  });
  const exit = (/** @type {number} */ code) => {
    if (totals.passed + totals.failed === 0) end(`The suite ended without its totals (exit ${code})`);
    else if (code !== 0 && totals.failed === 0) end(`VS Code ended with exit ${code}`);
    else end();
  };
  page.on("crash", () => end("The page crashed"));
  void server.exited.then(end);
  setTimeout(() => end("The suite did not end in time"), TIMEOUT).unref();
  await page.exposeFunction("codeAutomationLog", readLine);
  await page.exposeFunction("codeAutomationExit", exit);
  return { result };
}
