// Bundles what runs into `dist/`. `--watch` builds again on every change, readable and with source maps.
import { chmod, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { shareCore } from "./scripts/sharedCore.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const isWatching = process.argv.includes("--watch");
const { version } = JSON.parse(await readFile(`${root}package.json`, "utf8"));

/**
 * js-yaml, which gray-matter brings, looks for a JavaScript parser wherever Node finds one, for functions in YAML that
 * nobody here wants. Nothing outside the package is to be loaded.
 *
 * @type {esbuild.Plugin}
 */
const withoutEsprima = {
  name: "without-esprima",
  setup(build) {
    build.onLoad({ filter: /js-yaml[\\/]type[\\/]js[\\/]function\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace("_require('esprima')", "undefined"),
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  target: "es2022",
  minify: !isWatching,
  // The maps stay out of the package; with them a maintainer reads the stack of a bug report.
  sourcemap: isWatching ? "linked" : "external",
  define: { CURATED_CONTENT_VERSION: JSON.stringify(version) },
  plugins: [withoutEsprima],
  legalComments: "none",
  logLevel: "warning",
};

/** @type {esbuild.BuildOptions} */
const node = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
  mainFields: ["module", "main"],
  alias: { "readable-stream": "node:stream" },
};

/** A Node built-in in one of these fails the build. @type {esbuild.BuildOptions} */
const browser = { ...common, platform: "browser" };

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ["client/src/extension.node.ts"], outfile: "dist/extension.js", external: ["vscode"] },
  {
    ...browser,
    entryPoints: ["client/src/extension.browser.ts"],
    outfile: "dist/extension.browser.js",
    format: "cjs",
    external: ["vscode"],
  },
  ...(await shareCore({
    node: { ...node, entryPoints: ["server/src/lsp/node.ts"], outfile: "dist/server.js" },
    browser: {
      ...browser,
      entryPoints: ["server/src/lsp/browser.ts"],
      outfile: "dist/server.browser.js",
      // gray-matter wants a Buffer of what it reads.
      inject: ["server/src/lsp/bufferShim.ts"],
    },
  })),
  { ...node, entryPoints: ["client/src/sourcePage/sourceReader.ts"], outfile: "dist/sourceReader.js" },
  {
    ...browser,
    // The same for Node and for browsers.
    entryPoints: ["server/src/vocabularies/worker.ts"],
    outfile: "dist/vocabularyReader.js",
    format: "iife",
    external: ["node:worker_threads"],
    alias: { "readable-stream": "./server/src/vocabularies/stream.ts" },
  },
  { ...browser, entryPoints: { report: "client/report/main.ts" }, outdir: "dist", format: "iife" },
  { ...browser, entryPoints: { report: "client/report/report.css" }, outdir: "dist" },
  {
    ...browser,
    entryPoints: { preview: "client/preview/main.ts" },
    outdir: "dist",
    format: "iife",
  },
  { ...browser, entryPoints: { preview: "client/preview/preview.css" }, outdir: "dist" },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  },
];

if (isWatching) {
  console.log("Building.");
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
  console.log("Watching for changes.");
} else {
  try {
    for (const bundle of bundles) await esbuild.build(bundle);
    await chmod(`${root}dist/cli.js`, 0o755);
  } catch (error) {
    // esbuild itself has said what is wrong with the sources.
    if (!("errors" in error)) throw error;
    process.exitCode = 1;
  }
}
