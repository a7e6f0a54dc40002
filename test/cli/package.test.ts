import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { BROKEN, endSessions, startSession } from "../lsp/session.ts";
import { siteFile, useFolder } from "./cli.ts";

describe("The npm package", function () {
  this.timeout(120_000);
  const folder = useFolder();
  afterEach(endSessions);

  it("is installed from its file and runs, alone", async () => {
    npm(process.cwd(), "pack", "--ignore-scripts", "--pack-destination", folder.path);
    const [tarball = ""] = readdirSync(folder.path);
    mkdirSync(folder.at("project"));
    const project = folder.at("project");
    folder.write("project/package.json", '{ "name": "project", "private": true }\n');
    npm(project, "install", "--offline", "--no-audit", "--no-fund", join("..", tarball));

    assert.deepEqual(
      readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith(".")),
      ["curated-content"],
    );
    const installed = realpathSync(join(project, "node_modules/curated-content"));
    for (const name of readdirSync(join(installed, "dist"))) {
      assert.match(name, /^(?:cli|server|server\.browser|report)\.(?:js|css)$/);
    }

    const article = siteFile("broken", "content");
    const checked = npx(project, "curated-content", "check", "--format", "json", article);
    assert.ok(JSON.parse(checked).length > 0);
    assert.match(npx(project, "curated-content", "report", article), /^<!doctype html>/i);
    assert.match(npx(project, "curated-content", "--version"), /^\d+\.\d+\.\d+\n$/);

    const session = await startSession({ program: [join(project, "node_modules/.bin/curated-content"), "lsp"] });
    await session.open(BROKEN);
    assert.ok((await session.diagnostics(BROKEN)).length > 0);
  });
});

/** Without a word to the network: a package with dependencies could not be installed so. */
function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", [...args, "--silent"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** `check` ends with exit code 1 where there are errors. */
function npx(cwd: string, ...args: readonly string[]): string {
  try {
    return execFileSync("npx", ["--offline", "--no", ...args], { cwd, encoding: "utf8" });
  } catch (error) {
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status !== 1) throw error;
    return stdout ?? "";
  }
}
