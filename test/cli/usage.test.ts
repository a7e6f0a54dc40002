import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { cli, failure, run, siteFile, useFolder } from "./cli.ts";

describe("cli use", () => {
  const folder = useFolder();

  it("prints the version of the package", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    assert.deepEqual(run(folder.path, "--version"), { code: 0, stdout: `${version}\n`, stderr: "" });
  });

  for (const args of [["--help"], ["check", "--help"], ["inspect", "--help"], ["new", "--help"], ["help", "check"]]) {
    it(`explains itself with examples: ${args.join(" ")}`, () => {
      const { code, stdout, stderr } = run(folder.path, ...args);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      assert.match(stdout, /Examples:\n(?: {2}curated-content .+\n){2,4}/);
    });
  }

  const mistakes: Record<string, readonly [args: readonly string[], line: RegExp]> = {
    "an unknown command": [["chekc"], /unknown command 'chekc'/],
    "an unknown option": [["check", "--fxi", "."], /unknown option '--fxi'/],
    "an unknown format": [["check", "--format", "xml", "."], /'xml' is invalid\. Allowed choices are text, json/],
    "a missing value": [["check", "--max-warnings"], /argument missing/],
    "a number that is none": [["check", "--max-warnings", "-1", "."], /'-1' is invalid.*whole number/],
    "no path": [["check"], /missing required argument 'PATH'/],
    "a rule that is none": [
      ["check", "--rule", "no-such=off", "."],
      /'no-such=off' is invalid.*There is no rule 'no-such'/,
    ],
    "a severity that is none": [
      ["check", "--rule", "unknown-key=loud", "."],
      /'unknown-key=loud' is invalid.*severity/,
    ],
    "a rule without severity": [["check", "--rule", "unknown-key", "."], /'unknown-key' is invalid.*severity/],
    "an input without a name": [["check", "--stdin"], /'--stdin' needs option '--stdin-filename'/],
    "a name without an input": [["check", "--stdin-filename", "a.md"], /needs option '--stdin'/],
    "an input and a path": [["check", "--stdin", "--stdin-filename", "a.md", "."], /takes the place of PATH/],
    "an input to be repaired": [["check", "--stdin", "--stdin-filename", "a.md", "--fix"], /'--stdin' cannot be used/],
    "no file": [["inspect"], /missing required argument 'FILE'/],
    "too many files": [["inspect", "a.md", "b.md"], /too many arguments/],
  };
  for (const [name, [args, line]] of Object.entries(mistakes)) {
    it(`answers ${name} with one line`, () => {
      const said = failure(run(folder.path, ...args));
      assert.match(said, line);
      assert.match(said, /see --help$/);
    });
  }

  it("prints the help where nothing is asked", () => {
    const { code, stdout, stderr } = run(folder.path);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    assert.match(stderr, /^Usage:/);
  });

  it("names a path that is not there", () => {
    assert.equal(failure(run(folder.path, "check", "no such.md")), "no such.md: no such file or folder");
    assert.equal(failure(run(folder.path, "inspect", "no such.md")), "no such.md: no such file or folder");
    assert.equal(
      failure(run(folder.path, "check", "a\nb\u001b[31m.md")),
      "a\\u000ab\\u001b[31m.md: no such file or folder",
    );
  });

  it("names a glob that matches nothing and a folder that holds nothing", () => {
    mkdirSync(folder.at("empty"));
    assert.equal(failure(run(folder.path, "check", "*.mdx")), "*.mdx: no Markdown file matches this glob");
    assert.equal(failure(run(folder.path, "check", "empty")), "empty: no Markdown file in this folder");
  });

  it("names a file that cannot be read", () => {
    symlinkSync("nowhere.md", folder.at("link.md"));
    symlinkSync("loop.md", folder.at("loop.md"));
    mkdirSync(folder.at("folder.md"));
    assert.equal(failure(run(folder.path, "check", "link.md")), "link.md: no such file or folder");
    assert.match(failure(run(folder.path, "check", "loop.md")), /^loop\.md: too many symbolic links/);
    assert.equal(failure(run(folder.path, "inspect", "folder.md")), "folder.md: a folder, not a file");
  });

  it("ends quietly when the reader of its output leaves", () => {
    const command = `"${process.execPath}" "${cli}" check --format json "${siteFile("broken", "")}" | true`;
    const { stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    assert.equal(stderr, "");
  });

  it("says when its output cannot be written", function () {
    if (process.platform !== "linux") this.skip();
    const command = `"${process.execPath}" "${cli}" --help > /dev/full`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    assert.deepEqual([status, stderr], [2, "curated-content: cannot write the output: no space left on device\n"]);
  });
});
