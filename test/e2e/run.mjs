#!/usr/bin/env node
/**
 * The whole end-to-end run: packages the extension and tests the package in a real VS Code.
 *
 *     node test/e2e/run.mjs [--vsix FILE] [--vscode VERSION] [--only page|node|web|ui]…
 *
 * page  the preview page in a browser of its own, attacks on it among others
 * node  the in-host suite, in a desktop VS Code where there is one, else in the embedded one
 * web   the same suite in the web worker host of the embedded VS Code
 * ui    the tests through the window of the embedded VS Code
 */
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { buildSuite } from "./build.mjs";
import { chromiumPath } from "./host/browser.mjs";
import { findEditor } from "./host/editor.mjs";
import { isSupportedPlatform } from "./host/install.mjs";
import { artifactsDir, packageFile, root } from "./host/project.mjs";
import { runInDesktop } from "./host/runInDesktop.mjs";
import { runInNodeHost, runInWebHost } from "./host/runInHost.mjs";

/** @typedef {import("./host/runInHost.mjs").Totals} Totals */

const { values: options } = parseArgs({
  options: {
    vsix: { type: "string" },
    vscode: { type: "string" },
    only: { type: "string", multiple: true, default: ["page", "node", "web", "ui"] },
  },
});

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title
 * @property {() => Promise<Totals>} run
 */

/** @returns {Promise<Totals>} */
async function runAll() {
  fs.rmSync(artifactsDir, { recursive: true, force: true });
  const page = options.only.includes("page") && isSupportedPlatform() ? await testPage() : { passed: 0, failed: 0 };
  if (options.only.every((name) => name === "page")) return page;
  const editor = desktopEditor();
  if (isSupportedPlatform()) console.log(`Browser: ${chromiumPath()}`);
  else console.log("The web worker host and the window are tested on Linux only.");
  const vsix = options.vsix ? path.resolve(options.vsix) : packageExtension();
  await buildSuite();

  const embedded = { vsix, ...(options.vscode ? { version: options.vscode } : {}) };
  /** @type {Step[]} */
  const steps = [
    editor
      ? { name: "node", title: "Node host of the desktop VS Code", run: () => runInDesktop({ vsix, ...editor }) }
      : {
          name: "node",
          title: "Node host of the embedded VS Code",
          run: () => runInNodeHost({ ...embedded, artifacts: path.join(artifactsDir, "node") }),
        },
  ];
  if (isSupportedPlatform()) {
    const artifacts = path.join(artifactsDir, "web");
    steps.push({ name: "web", title: "Web worker host", run: () => runInWebHost({ ...embedded, artifacts }) });
    steps.push({ name: "ui", title: "Window", run: () => runUiTests(vsix) });
  }

  const totals = { ...page };
  for (const { name, title, run } of steps) {
    if (!options.only.includes(name)) continue;
    console.log(`\n== ${title}`);
    const { passed, failed } = await run();
    totals.passed += passed;
    totals.failed += failed;
  }
  return totals;
}

/**
 * The desktop VS Code for the in-host suite, or nothing where the embedded one has to do. `CURATED_CONTENT_E2E` may
 * say which: `desktop`, downloaded when none is found, or `embedded`.
 *
 * @returns {{ editor?: string } | undefined}
 */
function desktopEditor() {
  const choice = process.env.CURATED_CONTENT_E2E;
  if (choice && !["desktop", "embedded"].includes(choice)) {
    throw new Error(`CURATED_CONTENT_E2E is "desktop" or "embedded", not ${JSON.stringify(choice)}.`);
  }
  if (choice === "embedded") return undefined;
  const editor = findEditor();
  if (editor) return { editor };
  return choice === "desktop" ? {} : undefined;
}

function packageExtension() {
  console.log("Packaging the extension");
  execFileSync("npm", ["run", "--silent", "package"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  return packageFile;
}

/** @returns {Promise<Totals>} */
async function testPage() {
  console.log("\n== The preview page in a browser");
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return runMocha("page", ["preview", "attacks", "report"]);
}

/**
 * @param {string} vsix
 * @returns {Promise<Totals>}
 */
async function runUiTests(vsix) {
  process.env.CURATED_CONTENT_VSIX = vsix;
  if (options.vscode) process.env.CURATED_CONTENT_VSCODE = options.vscode;
  return runMocha("ui", [
    "articles",
    "newArticle",
    "workPackages",
    "sourcePage",
    "siteView",
    "siteMenus",
    "siteChanges",
    "house",
    "emptySites",
    "server",
    "repairs",
    "siteFiles",
    "topicImport",
    "contentReport",
    "hugo",
    "preview",
    "browser",
  ]);
}

/**
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {Promise<Totals>}
 */
async function runMocha(folder, names) {
  const mocha = new Mocha({ ui: "bdd", reporter: "spec" });
  for (const name of names) mocha.addFile(fileURLToPath(new URL(`./${folder}/${name}.test.mjs`, import.meta.url)));
  await mocha.loadFilesAsync();
  /** @type {Mocha.Runner} */
  const runner = await new Promise((resolve) => {
    const started = mocha.run(() => resolve(started));
  });
  return { passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 };
}

const { passed, failed } = await runAll().catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
