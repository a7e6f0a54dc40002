// yaml-language-server, fetched from the npm registry into a folder that git ignores.
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { withServer } from "./lspClient.mjs";
import { createPeerSchema } from "./peerSchema.mjs";
import { articlePath, frontMatter, projectRoot, siteRoot } from "./sample.mjs";

const run = promisify(execFile);
const cacheFolder = `${projectRoot}.vscode-test/bench`;

/** The newest first. 2.0.0 asks for Node 22.13 but ran on 20.20; what does not start here makes room for the next. */
const versions = ["2.0.0", "1.25.0"];

/** @returns {Promise<import("./contestants.mjs").Contestant>} */
export async function fetchPeer() {
  const schemaPath = `${cacheFolder}/news.schema.json`;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(schemaPath, JSON.stringify(createPeerSchema()));
  const failures = [];
  for (const version of versions) {
    const peer = describePeer(version, schemaPath);
    try {
      await install(version);
      await withServer(peer, async () => undefined);
      return peer;
    } catch (error) {
      failures.push(`${peer.name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  throw new Error(failures.join("\n"));
}

/**
 * @param {string} version
 * @param {string} schemaPath
 * @returns {import("./contestants.mjs").Contestant}
 */
function describePeer(version, schemaPath) {
  return {
    name: `yaml-language-server ${version}`,
    nodeArguments: [`${packageFolder(version)}/bin/yaml-language-server`, "--stdio"],
    folder: siteRoot,
    // Nothing reads it from disk. In the cache folder the schema's pattern would not match: it skips dotted folders.
    documentPath: articlePath.replace(/\.md$/, ".yaml"),
    languageId: "yaml",
    text: frontMatter,
    settings: {
      yaml: {
        schemas: { [pathToFileURL(schemaPath).href]: "*.yaml" },
        schemaStore: { enable: false },
        validate: true,
        hover: true,
        completion: true,
      },
    },
    knowsNothing: false,
  };
}

/** @param {string} version */
function packageFolder(version) {
  return `${cacheFolder}/yaml-language-server-${version}/node_modules/yaml-language-server`;
}

/** @param {string} version */
async function install(version) {
  const isThere = await readFile(`${packageFolder(version)}/package.json`).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const prefix = `${cacheFolder}/yaml-language-server-${version}`;
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  await run("npm", ["install", "--prefix", prefix, `yaml-language-server@${version}`, ...flags]);
}
