#!/usr/bin/env node
/** Bundles the in-host suite into `out/e2e/`, once for the Node extension host and once for the web worker one. */
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { root, suiteDir } from "./host/project.mjs";

const suite = fileURLToPath(new URL("./suite", import.meta.url));

export async function buildSuite() {
  /** @type {import("esbuild").BuildOptions} */
  const common = {
    bundle: true,
    format: "cjs",
    outdir: suiteDir,
    sourcemap: "inline",
    target: "es2022",
    external: ["vscode"],
    logLevel: "warning",
    absWorkingDir: root,
  };
  await build({
    ...common,
    platform: "node",
    entryPoints: [
      "index.ts",
      "authoring.test.ts",
      "hugo.test.ts",
      "moves.test.ts",
      "navigation.test.ts",
      "topics.test.ts",
      "newArticle.test.ts",
      "sourcePage.test.ts",
      "workPackages.test.ts",
      "wholeSite.test.ts",
    ].map((name) => path.join(suite, name)),
    external: ["vscode", "mocha"],
  });
  await build({
    ...common,
    platform: "browser",
    entryPoints: [path.join(suite, "index.web.ts")],
    alias: { "node:assert/strict": path.join(suite, "assert.web.ts") },
  });
  // The folder above holds ES modules; VS Code loads a suite as CommonJS.
  fs.writeFileSync(path.join(suiteDir, "package.json"), JSON.stringify({ type: "commonjs" }));
}
