import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeFolder, temporaryFolder } from "../temporaryFolder.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The bundled command line. */
export const cli = join(root, "dist/cli.js");

/** That of the tests, without what says how and where to report. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:GITHUB_WORKSPACE|CI_PROJECT_DIR|FORCE_COLOR|NO_COLOR)$/.test(name),
  ),
);

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line in a folder. */
export function run(cwd: string, ...args: readonly string[]): Outcome {
  return runUnder([], cwd, ...args);
}

/** The same, with flags of Node's own. */
export function runUnder(flags: readonly string[], cwd: string, ...args: readonly string[]): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...flags, cli, ...args], {
    cwd,
    env: environment,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** The same, with something on the standard input. */
export function runWith(input: string | Buffer, cwd: string, ...args: readonly string[]): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env: environment,
    input,
  });
  if (error) throw error;
  return { code: status, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** Asserts that a command failed with exit code 2 and one line, and gives back the line. */
export function failure(outcome: Outcome): string {
  const line = outcome.stderr.trimEnd();
  assert.equal(line.split("\n").length, 1, outcome.stderr);
  assert.deepEqual({ code: outcome.code, stdout: outcome.stdout }, { code: 2, stdout: "" });
  return line;
}

/** A folder of a test's own, gone when the test is. */
export interface Folder {
  readonly path: string;
  at(name: string): string;
  read(name: string): Buffer;
  write(name: string, content: string | Buffer): void;
  /** Copies a sample site into the folder, under its own name. */
  addSite(name: SiteName): void;
}

export type SiteName = "medigy" | "broken" | "gatherings";

/** Gives each test of a suite a fresh folder. */
export function useFolder(): Folder {
  let path = "";
  beforeEach(() => {
    path = temporaryFolder("curated cli ");
  });
  afterEach(() => removeFolder(path));
  return {
    get path() {
      return path;
    },
    at: (name) => join(path, name),
    read: (name) => readFileSync(join(path, name)),
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    addSite: (name) => cpSync(siteFile(name, ""), join(path, name), { recursive: true }),
  };
}

/** The path of a file of a sample site in the repository. */
export function siteFile(site: SiteName, name: string): string {
  return join(root, "test/sites", site, name);
}
