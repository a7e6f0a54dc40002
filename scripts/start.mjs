#!/usr/bin/env node
/**
 * `npm start`: opens a copy of the sample site, with a broken article in view, in VS Code with this extension.
 *
 *     npm start [-- --embedded] [-- --port N]
 *
 * The editor is what VSCODE_PATH names, else `code`, `codium` or `cursor` on the PATH; else, or with `--embedded`, the
 * embedded VS Code server in a browser. Ctrl+C ends whatever was started and removes the copy.
 */
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { findEditor, findOnPath, hasScreen } from "../test/e2e/host/editor.mjs";
import { isSupportedPlatform } from "../test/e2e/host/install.mjs";
import { packageFile, root } from "../test/e2e/host/project.mjs";
import { quietSettings, startServer } from "../test/e2e/host/server.mjs";
import { createWorkspace } from "../test/e2e/host/workspace.mjs";

const isWindows = process.platform === "win32";

/**
 * Fulfilled when Ctrl+C is pressed, or when the terminal or the npm that started us goes away without a word.
 *
 * @type {Promise<undefined>}
 */
const interrupted = new Promise((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(undefined));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) resolve(undefined);
  }, 500).unref();
});

try {
  await start(readArguments());
  process.exit(0);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}

/** @param {{ embedded: boolean, port: number | undefined }} options */
async function start({ embedded, port }) {
  const editor = embedded ? undefined : findEditor();
  if (!editor && !isSupportedPlatform()) {
    throw new Error(
      "No VS Code was found. Install it from https://code.visualstudio.com with its `code` command on the PATH, or name it in VSCODE_PATH.",
    );
  }
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "curated-content-demo-"));
  const removeHome = () => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once("exit", removeHome);
  const workspace = createWorkspace(path.join(home, "medigy"));
  if (editor) await openInEditor(editor, workspace);
  else await openInBrowser(workspace, port);
}

/**
 * In the user's own VS Code, in a new window that runs the extension from this checkout.
 *
 * @param {string} editor
 * @param {{ folder: string, brokenArticle: string }} workspace
 */
async function openInEditor(editor, workspace) {
  runScript("build");
  const args = [
    `--extensionDevelopmentPath=${root}`,
    "--new-window",
    "--wait",
    workspace.folder,
    workspace.brokenArticle,
  ];
  const quoted = (/** @type {string} */ text) => (isWindows ? `"${text}"` : text);
  const child = spawn(quoted(editor), args.map(quoted), { stdio: "inherit", shell: isWindows });
  console.log(`The sample site opens in ${editor}. Close its window, or press Ctrl+C, to end.`);
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${editor} does not start: ${error.message}`)));
    child.once("exit", (code) => {
      if (!code) resolve(undefined);
      else reject(new Error(`${editor} ended with exit ${code}. Try: npm start -- --embedded`));
    });
  });
  await Promise.race([ended, interrupted]);
  child.kill();
}

/**
 * In the embedded VS Code server. Only who has the whole printed address gets in: a page in another tab has not.
 *
 * @param {{ folder: string, brokenArticle: string }} workspace
 * @param {number | undefined} port
 */
async function openInBrowser(workspace, port) {
  if (port && !(await isFree(port))) throw new Error(`Port ${port} is in use. Choose another one by --port.`);
  runScript("package");
  const token = randomBytes(16).toString("hex");
  const starting = startServer({ settings: quietSettings, vsix: packageFile, token, ...(port ? { port } : {}) });
  const server = await Promise.race([starting, interrupted]);
  if (!server) return;
  try {
    const address = server.address(workspace.folder, [["openFile", server.uri(workspace.brokenArticle)]]);
    console.log(`VS Code ${server.version} with Curated Content shows the sample site at\n\n  ${address}\n`);
    console.log("Press Ctrl+C to end.");
    showInDefaultBrowser(address);
    await Promise.race([interrupted, server.exited.then(fail)]);
  } finally {
    await server.stop();
  }
}

/** Never in CI and never without a screen. Only Linux gets here, so there is one command to know. */
function showInDefaultBrowser(/** @type {string} */ address) {
  const opener = findOnPath("xdg-open");
  if (!opener || process.env.CI || !hasScreen()) return;
  const child = spawn(opener, [address], { stdio: "ignore", detached: true });
  child.once("error", () => console.log("No browser could be opened: please open the address yourself."));
  child.unref();
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** Runs a script of package.json; its output is shown only when it fails. */
function runScript(/** @type {string} */ name) {
  console.log(`Running npm run ${name}`);
  try {
    execFileSync("npm", ["run", "--silent", name], { cwd: root, stdio: "pipe", encoding: "utf8", shell: isWindows });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    throw new Error(`${stdout ?? ""}${stderr ?? ""}\nnpm run ${name} failed.`.trim());
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: { embedded: { type: "boolean", default: false }, port: { type: "string" } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port wants a number between 1 and 65535, not ${values.port}.`);
  }
  return { embedded: values.embedded, port };
}

/** @returns {never} */
function fail(/** @type {string} */ reason) {
  throw new Error(reason);
}
