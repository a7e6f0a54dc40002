/** Finds a VS Code, or a relative of it, on this machine. */
import * as fs from "node:fs";
import * as path from "node:path";

const COMMANDS = ["code", "codium", "cursor"];

/** Where VS Code is on a Mac whose PATH does not know it. */
const MAC_COMMAND = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code";

/**
 * The command, or the program, that starts the editor: what `VSCODE_PATH` names, else one on the PATH where there is a
 * screen for its window.
 *
 * @returns {string | undefined}
 */
export function findEditor() {
  const chosen = process.env.VSCODE_PATH;
  if (chosen) {
    if (!fs.existsSync(chosen)) throw new Error(`VSCODE_PATH names no file: ${chosen}`);
    return path.resolve(chosen);
  }
  if (!hasScreen()) return undefined;
  const found = COMMANDS.map(findOnPath).find((command) => command);
  return found ?? (process.platform === "darwin" && fs.existsSync(MAC_COMMAND) ? MAC_COMMAND : undefined);
}

/**
 * The program behind a command: tests must be started without the command, which does not wait for them.
 *
 * @param {string} command
 * @returns {string}
 */
export function programOf(command) {
  const file = fs.realpathSync(command);
  const bin = path.dirname(file);
  if (path.basename(bin) !== "bin") return file;
  const name = path.basename(file, ".cmd");
  const candidates = [
    path.join(bin, "..", name),
    path.join(bin, "..", "Code.exe"),
    path.join(bin, "..", `${name}.exe`),
    path.join(bin, "../../../MacOS/Electron"),
    path.join(bin, "../../../MacOS", name),
  ];
  return candidates.find((candidate) => fs.statSync(candidate, { throwIfNoEntry: false })?.isFile()) ?? file;
}

export function hasScreen() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {string} command
 * @returns {string | undefined}
 */
export function findOnPath(command) {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder);
  return folders.map((folder) => path.join(folder, command + suffix)).find((file) => fs.existsSync(file));
}
