import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { useFolder } from "./cli.ts";

// The action's steps as a runner takes them, without GitHub: expressions are put in, Bash runs what a step says.

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(readFileSync("action.yml", "utf8")) as Action;
const page = readFileSync("docs/github-action.md", "utf8");

describe("The GitHub Action", function () {
  this.timeout(120_000);
  const folder = useFolder();
  let tarball = "";

  beforeEach(() => {
    folder.addSite("broken");
    folder.addSite("medigy");
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder.path]);
    tarball = folder.at(readdirSync(folder.path).find((name) => name.endsWith(".tgz")) ?? "");
  });

  /** Runs the steps that are Bash, as the defaults and these inputs say. */
  function runAction(inputs: Readonly<Record<string, string>>) {
    const values = new Map(Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default]));
    for (const [name, value] of Object.entries(inputs)) values.set(`inputs.${name}`, value);
    let said = "";
    let status: number | null = 0;
    for (const { id, run, env = {} } of action.runs.steps) {
      if (run === undefined) continue;
      folder.write("output", "");
      const filled = Object.entries(env).map(([name, value]) => [name, fill(value, values)]);
      const runner = { RUNNER_TEMP: folder.at("temp"), GITHUB_OUTPUT: folder.at("output"), npm_config_offline: "true" };
      const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
        cwd: folder.path,
        encoding: "utf8",
        env: { ...process.env, ...runner, ...Object.fromEntries(filled) },
      });
      said += result.stdout + result.stderr;
      status = result.status;
      for (const line of folder.read("output").toString().split("\n")) {
        const [, name, value] = /^([^=]+)=(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) values.set(`steps.${id}.outputs.${name}`, value);
      }
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value, values)]);
    return { status, said, outputs: Object.fromEntries(outputs) as Record<string, string> };
  }

  it("marks lines, writes SARIF and fails where there are errors", () => {
    const { status, said, outputs } = runAction({ version: tarball, paths: "broken/content\n" });
    assert.equal(status, 1, said);
    assert.match(said, /^::error .*file=broken\/content\/.*line=\d+/m);
    assert.deepEqual(outputs, { "exit-code": "1", "sarif-file": "curated-content.sarif" });
    const sarif = JSON.parse(folder.read("curated-content.sarif").toString());
    assert.equal(sarif.version, "2.1.0");
    assert.ok(sarif.runs[0].results.length > 10);
  });

  it("passes where all is well, and writes no SARIF where none is wanted", () => {
    const { status, said, outputs } = runAction({ version: tarball, paths: "medigy", "sarif-file": "" });
    assert.deepEqual({ status, outputs }, { status: 0, outputs: { "exit-code": "0", "sarif-file": "" } }, said);
    assert.ok(!existsSync(folder.at("curated-content.sarif")));
  });

  it("hands options and paths on as they are, one on each line", () => {
    folder.write("$(touch hit) 'a'/b.md", "# None\n");
    const paths = "medigy\n\n$(touch hit) 'a'\n";
    const { status, said } = runAction({ version: tarball, paths, args: "--max-warnings=0\n--debug\n" });
    assert.equal(status, 0, said);
    assert.ok(!existsSync(folder.at("hit")));
  });

  it("fails where nothing can be checked", () => {
    const { status, said, outputs } = runAction({ version: tarball, paths: "nowhere" });
    assert.deepEqual({ status, code: outputs["exit-code"] }, { status: 2, code: "2" });
    assert.match(said, /nowhere: no such file or folder/);
  });
});

describe("action.yml", () => {
  it("is a composite action whose scripts hold no expressions, which could be code of a stranger", () => {
    assert.equal(action.runs.using, "composite");
    for (const { name, run, shell, uses } of action.runs.steps) {
      assert.ok(name);
      assert.equal(run === undefined, uses !== undefined);
      if (uses !== undefined) assert.match(uses, /^github\/codeql-action\/upload-sarif@v\d+$/);
      else assert.equal(shell, "bash");
      assert.ok(!run?.includes("${{"), name);
    }
  });

  it("uses each input, and the page explains it", () => {
    const text = readFileSync("action.yml", "utf8");
    for (const [name, { description }] of Object.entries(action.inputs)) {
      assert.ok(description.length > 20, name);
      assert.ok(text.includes(`\${{ inputs.${name}`), name);
      assert.ok(page.includes(`| \`${name}\` |`), name);
    }
    for (const name of Object.keys(action.outputs)) assert.ok(page.includes(`| \`${name}\` |`), name);
  });
});

/** Puts values in for expressions; an output that no step gave is empty. */
function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => values.get(name) ?? "");
}
