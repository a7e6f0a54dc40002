// The servers that run beside each other.
import { fileURLToPath } from "node:url";
import { article, articlePath, siteRoot } from "./sample.mjs";

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {readonly string[]} nodeArguments
 * @property {string} folder the workspace folder
 * @property {string} documentPath
 * @property {string} languageId
 * @property {string} text
 * @property {Readonly<Record<string, unknown>>} settings by section
 * @property {boolean} knowsNothing whether its answers are empty by design and are not looked at
 * @property {object} [initializationOptions]
 */

/**
 * @param {{ serverPath: string, profileFolder: string | undefined }} options
 * @returns {Contestant}
 */
export function ourServer({ serverPath, profileFolder }) {
  const profiling = profileFolder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`];
  return articleContestant("curated-content", [...profiling, serverPath, "--stdio"]);
}

/** @returns {Contestant} */
export function nullServer() {
  const path = fileURLToPath(new URL("nullServer.mjs", import.meta.url));
  return { ...articleContestant("null server", [path]), knowsNothing: true };
}

/**
 * @param {string} name
 * @param {readonly string[]} nodeArguments
 * @returns {Contestant}
 */
function articleContestant(name, nodeArguments) {
  return {
    name,
    nodeArguments,
    folder: siteRoot,
    documentPath: articlePath,
    languageId: "markdown",
    text: article,
    settings: {},
    knowsNothing: false,
  };
}
