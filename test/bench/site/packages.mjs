// The peers, fetched from the npm registry into a folder that git ignores.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { projectRoot } from "../sample.mjs";

const run = promisify(execFile);

/** @type {{ readonly [name: string]: readonly string[] }} */
const sets = {
  bare: ["gray-matter@4.0.3", "js-yaml@5.5.0", "ajv@8.20.0"],
  remark: ["remark-cli@12.0.1", "remark-frontmatter@5.0.0", "remark-lint-frontmatter-schema@3.15.4"],
};

/**
 * Fetches a set of packages, once.
 * @param {"bare" | "remark"} name
 * @returns {Promise<string>} the folder that holds them
 */
export async function fetchPackages(name) {
  const folder = `${projectRoot}.vscode-test/bench/site-${name}`;
  const done = `${folder}/done`;
  if (existsSync(done)) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/package.json`, "{}");
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  await run("npm", ["install", "--prefix", folder, ...(sets[name] ?? []), ...flags]);
  await writeFile(done, "");
  return folder;
}
