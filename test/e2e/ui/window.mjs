/**
 * The one window that the UI tests share: the packaged extension, installed in the embedded VS Code. It opens before the
 * first test of all files and closes after the last. VS Code's own setting for suggestions while typing stays as it is.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { launchBrowser } from "../host/browser.mjs";
import { artifactsDir, packageFile } from "../host/project.mjs";
import { startServer, testSettings, writeSettings } from "../host/server.mjs";
import { Workbench } from "../host/workbench.mjs";
import { createWorkspace } from "../host/workspace.mjs";

const settings = { ...testSettings, "editor.codeActionsOnSave": { "source.fixAll.curatedContent": "explicit" } };

/**
 * @typedef {object} Window
 * @property {Workbench} workbench
 * @property {string} folder  the site that is open, on the disk
 * @property {string} brokenArticle  its demo article, which is open
 * @property {string} extension  the folder in which the extension is installed
 * @property {(folder: string, language?: string) => Promise<Workbench>} openAnother  a window of its own for a folder, in a
 *   language that VS Code's own texts do not follow; closed with its page
 * @property {(more: Record<string, unknown>) => void} configure  adds to the user's settings, for windows that are opened
 *   afterwards
 */

/** @type {Window | undefined} */
let opened;

/** What the tests use; there from the first hook of a suite on. */
export function theWindow() {
  if (opened === undefined) throw new Error("The window is not open.");
  return opened;
}

/** @type {import("../host/server.mjs").EmbeddedServer} */
let server;
/** @type {import("playwright-core").Browser} */
let browser;

before("opens the window", async function () {
  this.timeout(120_000);
  const vsix = process.env.CURATED_CONTENT_VSIX ?? packageFile;
  const version = process.env.CURATED_CONTENT_VSCODE;
  server = await startServer({ settings, vsix, ...(version ? { version } : {}) });
  const workspace = createWorkspace(path.join(server.home, "medigy"));
  browser = await launchBrowser();
  const address = server.address(workspace.folder, [["openFile", server.uri(workspace.brokenArticle)]]);
  const artifacts = path.join(artifactsDir, "ui");
  const workbench = await Workbench.open(browser, address, artifacts);
  const profile = path.join(server.home, "profile");
  opened = {
    workbench,
    ...workspace,
    extension: installedExtension(path.join(profile, "extensions")),
    configure: (more) => writeSettings(profile, { ...settings, ...more }),
    openAnother: (folder, language) => Workbench.open(browser, server.address(folder), artifacts, language),
  };
  await workbench.waitForEditor(path.basename(workspace.brokenArticle));
});

function installedExtension(/** @type {string} */ folder) {
  const name = fs.readdirSync(folder).find((entry) => /^curated-content\.curated-content-/.test(entry));
  if (name === undefined) throw new Error("The extension is not installed.");
  return path.join(folder, name);
}

after("closes the window", async function () {
  this.timeout(60_000);
  await browser?.close();
  await server?.stop();
});

/**
 * Keeps a picture of each test of a suite that fails. Called before the suite's other hooks, which tidy up.
 *
 * @param {() => Workbench | undefined} [used]  the window that the suite uses
 */
export function keepPictures(used = () => opened?.workbench) {
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await used()?.screenshot(`failed ${this.currentTest.title}`);
  });
}
