// The programs that check a whole site beside each other.
import { copyFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createSchema } from "../peerSchema.mjs";
import { fetchPackages } from "./packages.mjs";
import { faultyIn } from "./writeSite.mjs";

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {number} mostArticles it is not run on larger sites
 * @property {boolean} [isPrepared] whether it is run once before it is measured
 * @property {readonly number[]} codes the exit codes that it may end with
 * @property {(site: string) => readonly string[]} nodeArguments
 * @property {(run: import("./measuredRun.mjs").MeasuredRun, count: number) => boolean} isRight
 */

const bareScript = fileURLToPath(new URL("bareScript.mjs", import.meta.url));

/**
 * @param {string} cli
 * @returns {Contestant}
 */
export function ourCheck(cli) {
  return {
    name: "curated-content check",
    mostArticles: Number.POSITIVE_INFINITY,
    codes: [1],
    nodeArguments: (site) => [cli, "check", site],
    isRight: ({ stdout }, count) => faultsIn(stdout) === faultyIn(count),
  };
}

/**
 * The same where it has a cache and nothing has changed.
 * @param {string} cli
 * @param {string} folder for the cache
 * @returns {Contestant}
 */
export function ourWarmCheck(cli, folder) {
  return {
    ...ourCheck(cli),
    name: "curated-content check --cache, again",
    isPrepared: true,
    nodeArguments: (site) => [cli, "check", "--cache-location", `${folder}/cache`, site],
  };
}

/** The errors and warnings that the last line of the report tells of. */
function faultsIn(/** @type {string} */ report) {
  const totals = report.slice(report.lastIndexOf("\n", report.length - 2));
  return [...totals.matchAll(/(\d+) (?:error|warning)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/**
 * @param {string} folder for what they need
 * @returns {Promise<readonly Contestant[]>}
 */
export async function peers(folder) {
  const schema = `${folder}/schema.json`;
  writeFileSync(schema, JSON.stringify(createSchema()));
  const bare = await fetchPackages("bare");
  const remark = await fetchPackages("remark");
  const config = writeConfig(folder, remark);
  return [
    bareContestant("gray-matter + ajv", ["gray-matter", "1"], { bare, schema }),
    bareContestant("js-yaml 5 + ajv, 2 threads", ["js-yaml", "2"], { bare, schema }),
    {
      name: "remark-lint-frontmatter-schema",
      mostArticles: 1000,
      codes: [0, 1],
      nodeArguments: (site) => {
        // It looks for schemas below the folder that it runs in.
        copyFileSync(schema, `${site}/schema.json`);
        const options = ["--no-config", "--rc-path", config, "--quiet", "--no-stdout"];
        return [`${remark}/node_modules/remark-cli/cli.js`, ...options, "content"];
      },
      isRight: ({ stderr }) => stderr.includes("Must be equal to constant"),
    },
  ];
}

/**
 * @param {string} name
 * @param {readonly string[]} how its reader, and in how many threads
 * @param {{ readonly bare: string, readonly schema: string }} files
 * @returns {Contestant}
 */
function bareContestant(name, how, { bare, schema }) {
  return {
    name,
    mostArticles: Number.POSITIVE_INFINITY,
    codes: [0],
    nodeArguments: (site) => [bareScript, bare, ...how, schema, site],
    isRight: ({ stdout }) => Number(stdout) > 0,
  };
}

/**
 * @param {string} folder
 * @param {string} packages
 */
function writeConfig(folder, packages) {
  const url = (/** @type {string} */ name, /** @type {string} */ file) =>
    JSON.stringify(pathToFileURL(`${packages}/node_modules/${name}/${file}`).href);
  const path = `${folder}/remarkrc.mjs`;
  writeFileSync(
    path,
    `import frontmatter from ${url("remark-frontmatter", "index.js")};
import schema from ${url("remark-lint-frontmatter-schema", "dist/index.js")};
export default { plugins: [frontmatter, [schema, { schemas: { "schema.json": ["**/*.md"] } }]] };
`,
  );
  return path;
}
