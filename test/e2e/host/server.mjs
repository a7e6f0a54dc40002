/** Starts the embedded VS Code server with a throw-away profile. */
import { execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { installVSCode } from "./install.mjs";
import { startPortRedirect } from "./portRedirect.mjs";

/** Nothing on the screen but the folder and its files: no welcome, no chat, no updates, no questions. */
export const quietSettings = {
  "chat.agentHost.enabled": false,
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "window.menuBarVisibility": "compact",
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.experimentalOnboarding": false,
};

/** What tests need besides: nothing that moves, nothing that covers the text, files written only when they say so. */
export const testSettings = {
  ...quietSettings,
  "editor.accessibilitySupport": "off",
  "editor.cursorBlinking": "solid",
  "editor.inlineSuggest.enabled": false,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "files.simpleDialog.enable": true,
  "git.enabled": false,
};

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} settings  the user's settings
 * @property {string} [version]  of VS Code
 * @property {string} [vsix]     an extension to install
 * @property {number} [port]     a free one unless given
 * @property {string} [token]    what the address must bring along to be let in
 * @property {string[]} [args]   further arguments of the server
 *
 * @typedef {object} EmbeddedServer
 * @property {string} version   of VS Code
 * @property {string} home      its throw-away home folder, removed by `stop`
 * @property {string} logs      the folder of all logs
 * @property {Promise<string>} exited  settles, with the reason, when the server is gone
 * @property {(file: string) => string} uri  how the browser names a file of this machine
 * @property {(folder: string, payload?: [string, string][]) => string} address  opens a folder
 * @property {() => Promise<void>} stop
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<EmbeddedServer>}
 */
export async function startServer(options) {
  const vscode = installVSCode(options.version);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "curated-content-vscode-"));
  const profile = path.join(home, "profile");
  const ports = await startPortRedirect();
  const env = { ...cleanEnvironment(home), VSCODE_PROXY_URI: ports.template };
  const profileArgs = ["--server-data-dir", profile, "--accept-server-license-terms", "--telemetry-level", "off"];
  const removeHome = () => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once("exit", removeHome);
  writeSettings(profile, options.settings);
  if (options.vsix) {
    const args = [vscode.serverMain, ...profileArgs, "--install-extension", options.vsix, "--force"];
    execFileSync(vscode.node, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  }

  const args = [
    vscode.serverMain,
    ...["--host", "127.0.0.1", "--port", String(options.port ?? 0)],
    ...(options.token ? ["--connection-token", options.token] : ["--without-connection-token"]),
    ...profileArgs,
    "--disable-workspace-trust",
    "--disable-getting-started-override",
    ...(options.args ?? []),
  ];
  // In a process group of its own: Ctrl+C is for us, and the extension hosts end with the server.
  const child = spawn(vscode.node, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const kill = () => signalGroup(child, "SIGKILL");
  process.prependOnceListener("exit", kill);
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(`the VS Code server ended (${signal ?? `exit ${code}`})`));
  });
  const stop = async () => {
    const timer = setTimeout(kill, 5000);
    signalGroup(child, "SIGTERM");
    await exited;
    clearTimeout(timer);
    kill();
    ports.stop();
    removeHome();
    process.removeListener("exit", kill);
    process.removeListener("exit", removeHome);
  };

  try {
    const host = `127.0.0.1:${await listeningPort(child, exited, path.join(home, "server.log"))}`;
    return {
      version: vscode.version,
      home,
      logs: path.join(profile, "data/logs"),
      exited,
      stop,
      uri: (file) => `vscode-remote://${host}${file}`,
      address: (folder, payload = []) => {
        const query = [`folder=${readable(folder)}`];
        if (options.token) query.push(`tkn=${options.token}`);
        if (payload.length > 0) query.push(`payload=${readable(JSON.stringify(payload))}`);
        return `http://${host}/?${query.join("&")}`;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As the user's and as the machine's: which of them counts depends on the setting. */
export function writeSettings(/** @type {string} */ profile, /** @type {Record<string, unknown>} */ settings) {
  for (const scope of ["User", "Machine"]) {
    const folder = path.join(profile, "data", scope);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "settings.json"), JSON.stringify(settings, null, 2));
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Encoded for a query, but for what may stand in one as it is: people read and copy these addresses. */
function readable(/** @type {string} */ text) {
  return encodeURIComponent(text).replace(/%(2F|3A|2C)/g, decodeURIComponent);
}

/** Nothing of a surrounding VS Code terminal, npm or test run reaches the extension host, and nothing leaves the home. */
function cleanEnvironment(/** @type {string} */ home) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS)/.test(name));
  const temporary = path.join(home, "tmp");
  fs.mkdirSync(temporary);
  return { ...Object.fromEntries(kept), HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: temporary };
}

/**
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} child
 * @param {Promise<string>} exited
 * @param {string} logFile
 * @returns {Promise<string>}
 */
async function listeningPort(child, exited, logFile) {
  const log = fs.createWriteStream(logFile);
  let output = "";
  /** @type {Promise<string>} */
  const listening = new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      log.write(chunk);
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
      if (output.includes("Error occurred in server")) reject(new Error(`The VS Code server failed: ${output.trim()}`));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  const failed = exited.then((reason) => {
    throw new Error(`${reason}: ${output.trim()}`);
  });
  const timeout = AbortSignal.timeout(60_000);
  const late = new Promise((_, reject) => {
    timeout.addEventListener("abort", () => reject(new Error(`The VS Code server does not answer: ${output.trim()}`)));
  });
  return /** @type {Promise<string>} */ (Promise.race([listening, failed, late]));
}
