import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { describeWith } from "../programs.ts";
import { type Folder, failure, run, useFolder } from "./cli.ts";

describe("cli completion", () => {
  const folder = useFolder();

  it("offers every option that the help shows", () => {
    const [, list = ""] = run(folder.path, "--help").stdout.split("Commands:\n");
    const commands = [...list.matchAll(/^ {2}(\w+) /gm)].map(([, name = ""]) => name).filter((name) => name !== "help");
    assert.ok(commands.includes("completion"));
    for (const command of ["", ...commands]) {
      const help = run(folder.path, ...(command === "" ? [] : [command]), "--help").stdout;
      const flags = [...help.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)].flatMap(([, short, long]) => [short, long]);
      assert.ok(flags.length >= 3, help);
      for (const shell of ["bash", "zsh", "fish"]) {
        const script = run(folder.path, "completion", shell).stdout;
        for (const flag of flags.filter((each) => each !== undefined)) {
          assert.ok(script.includes(shell === "fish" ? flag.replace(/^--?/, "") : flag), `${shell}: ${flag}`);
        }
      }
    }
  });

  it("knows three shells", () => {
    assert.match(failure(run(folder.path, "completion", "tcsh")), /'tcsh' is invalid.*bash, zsh, fish/);
    assert.match(failure(run(folder.path, "completion")), /missing required argument 'SHELL'/);
  });
});

describeWith("bash", "cli completion in bash", () => {
  const folder = useFolder();
  beforeEach(() => prepare(folder, "bash"));

  const complete = (...words: readonly string[]): string[] => {
    const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _curated_content; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ["--norc", "-c", script, "bash", folder.at("script"), "curated-content", ...words];
    return linesOf(execFileSync("bash", args, { cwd: folder.path, encoding: "utf8" }));
  };

  it("offers commands, options, values and files", () => {
    assert.deepEqual(complete("c"), ["check", "completion"]);
    assert.deepEqual(complete("check", "--fi"), ["--fix"]);
    assert.deepEqual(complete("--debug", "check", "--fi"), ["--fix"]);
    assert.deepEqual(complete("inspect", "--format", "j"), ["json"]);
    assert.deepEqual(complete("inspect", "--format", "=", "j"), ["json"]);
    assert.deepEqual(complete("check", "--format", "sa"), ["sarif"]);
    assert.ok(complete("inspect", "--format", "=").includes("text"));
    assert.deepEqual(complete("check", "a"), FILES);
    assert.deepEqual(complete("check", "--config", "an"), ["an *"]);
    assert.deepEqual(complete("check", "--max-warnings", ""), []);
    assert.deepEqual(complete("completion", ""), ["bash", "zsh", "fish"]);
    assert.ok(complete("help", "").includes("check"));
  });

  it("completes what is typed", async () => {
    const typed = await type("bash --noprofile --norc -i", folder, `source ./script`);
    assert.equal(typed, "<inspect><--format><json><a folder/>");
  });
});

describeWith("zsh", "cli completion in zsh", () => {
  const folder = useFolder();
  beforeEach(() => prepare(folder, "zsh"));

  it("completes what is typed, from a script that is sourced", async () => {
    const typed = await type("zsh -f -i", folder, "autoload -U compinit; compinit -u -d ./dump; source ./script");
    assert.equal(typed, "<inspect><--format=json><a folder>");
  });

  it("completes what is typed, from a file among the functions", async () => {
    mkdirSync(folder.at("functions"));
    folder.write("functions/_curated-content", folder.read("script"));
    const setUp = "fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -d ./dump";
    assert.equal(await type("zsh -f -i", folder, setUp), "<inspect><--format=json><a folder>");
  });
});

describeWith("fish", "cli completion in fish", () => {
  const folder = useFolder();
  beforeEach(() => prepare(folder, "fish"));

  const complete = (line: string): string[] => {
    const args = ["--no-config", "-c", "source script; complete -C $argv[1]", `curated-content ${line}`];
    const env = { ...process.env, HOME: folder.path };
    const said = linesOf(execFileSync("fish", args, { cwd: folder.path, encoding: "utf8", env }));
    return said.map((each) => each.split("\t")[0] ?? "");
  };

  it("offers commands, options, values and files", () => {
    assert.deepEqual(complete("c"), ["check", "completion"]);
    assert.deepEqual(complete("check --fi"), ["--fix"]);
    assert.deepEqual(complete("--debug check --fi"), ["--fix"]);
    assert.deepEqual(complete("inspect --format j"), ["json"]);
    assert.deepEqual(complete("inspect --format=j"), ["--format=json"]);
    assert.deepEqual(complete("check --format sa"), ["sarif"]);
    assert.deepEqual(complete("check a"), ["a folder/", "an *"]);
    assert.deepEqual(complete("check --config an"), ["an *"]);
    assert.deepEqual(complete("check --max-warnings "), []);
    assert.deepEqual(complete("completion ").toSorted(), ["bash", "fish", "zsh"]);
    assert.deepEqual(complete("lsp a"), []);
    assert.ok(complete("help ").includes("check"));
  });
});

const FILES = ["a folder", "an *"];

function prepare(folder: Folder, shell: string): void {
  folder.write("script", run(folder.path, "completion", shell).stdout);
  folder.write("an *", "");
  mkdirSync(folder.at("a folder"));
}

/**
 * Types into a shell as a person does, in a terminal of its own.
 *
 * @returns what the program is called with, each argument in angle brackets
 */
async function type(shell: string, { path }: Folder, setUp: string): Promise<string> {
  const env = { ...process.env, HOME: path, TERM: "dumb" };
  const child = spawn("script", ["--quiet", "--command", shell, "/dev/null"], { cwd: path, env });
  const ended = once(child, "close");
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const hears = async (text: string | RegExp): Promise<void> => {
    const end = Date.now() + 30_000;
    while (said.search(text) < 0) {
      assert.ok(Date.now() < end, `${shell} does not say ${text}, but: ${said}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  try {
    await hears(/[#$%>] /);
    child.stdin.write(`${setUp}; curated-content() { printf '<%s>' "$@"; echo; }; PS1='ready'"> "\n`);
    await hears("ready> ");
    // A shell that finds more typed already does not complete.
    for (const [start, rest] of [
      ["curated-content ins", "pect"],
      ["--form", "at"],
      ["js", "on"],
      ["a\\ f", "older"],
    ] as const) {
      said = "";
      child.stdin.write(`${start}\t`);
      await hears(rest);
    }
    child.stdin.write("\n");
    await hears(/^<.*>\r?\n/m);
    return /^(<.*>)\r?\n/m.exec(said)?.[1] ?? "";
  } finally {
    // A shell that is killed may still write down its history when the folder is being removed.
    child.stdin.end("\nexit\n");
    const killing = setTimeout(() => child.kill(), 10_000);
    await ended;
    clearTimeout(killing);
  }
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
