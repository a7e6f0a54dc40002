import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { dirname, relative } from "node:path";
import { failure, run, useFolder } from "./cli.ts";
import { repairable } from "./faults.ts";

const variants: Record<string, (text: string) => string> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "CRLF and BOM": (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
  "no line end at the end": (text) => text.trimEnd(),
  "nothing but front matter, no line end at the end": (text) => text.slice(0, text.indexOf("\n---\n") + 4),
};

const ARTICLE = repairable.find((file) => file.includes("ea15bcd2")) ?? "";

/** Names that a shell, git or a reader of differences may stumble over. */
const NAMES = [
  "with space.md",
  'with "quotes" and \\.md',
  "über 日本 😀.md",
  "tab\there.md",
  "line\nbreak.md",
  "b/ b.md",
];

describe("cli check --diff", () => {
  const folder = useFolder();

  beforeEach(() => folder.addSite("broken"));

  function git(cwd: string, args: readonly string[], input = ""): void {
    const { status, stdout, stderr } = spawnSync("git", [...args], { cwd, input, encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  }

  /** Applies the difference to a copy, and says whether that is what `--fix` makes of the site. */
  function assertApplies(paths: readonly string[] = ["content"]): void {
    cpSync(folder.at("broken"), folder.at("applied"), { recursive: true, verbatimSymlinks: true });
    const { code, stdout, stderr } = run(folder.at("applied"), "check", "--diff", ...paths);
    assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
    git(folder.at("applied"), ["apply", "--verbose"], stdout);
    run(folder.at("broken"), "check", "--fix", ...paths);
    git(folder.path, ["diff", "--no-index", "--exit-code", "broken", "applied"]);
  }

  for (const [name, vary] of Object.entries(variants)) {
    it(`is what git apply takes (${name})`, () => {
      for (const file of repairable)
        folder.write(`broken/${file}`, vary(folder.read(`broken/${file}`).toString("utf8")));
      assertApplies();
    });
  }

  it("names files with spaces, quotes, Unicode, tabs and line breaks so that git finds them", () => {
    for (const name of NAMES) {
      const path = `broken/content/communities/chronic-care-management/curated-news/${name}`;
      mkdirSync(dirname(folder.at(path)), { recursive: true });
      cpSync(folder.at(`broken/${ARTICLE}`), folder.at(path));
    }
    assertApplies();
  });

  it("writes nothing", () => {
    cpSync(folder.at("broken"), folder.at("before"), { recursive: true });
    run(folder.at("broken"), "check", "--diff", "content");
    git(folder.path, ["diff", "--no-index", "--exit-code", "broken", "before"]);
  });

  it("can be applied in a folder of a repository", () => {
    git(folder.path, ["init", "--quiet"]);
    const inside = folder.at("broken/content");
    const { stdout } = run(inside, "check", "--diff", ".");
    assert.match(stdout, /^diff --git a\/broken\/content\//);
    git(inside, ["apply"], stdout);
    assert.equal(run(inside, "check", "--diff", ".").stdout, "");
  });

  it("names the file that a link leads to", () => {
    renameSync(folder.at(`broken/${ARTICLE}`), folder.at("broken/elsewhere.md"));
    symlinkSync(relative(dirname(ARTICLE), "elsewhere.md"), folder.at(`broken/${ARTICLE}`));
    assertApplies([ARTICLE]);
  });

  it("is empty where there is nothing to repair", () => {
    folder.addSite("medigy");
    assert.deepEqual(run(folder.path, "check", "--diff", "medigy"), { code: 0, stdout: "", stderr: "" });
  });

  it("shows nothing of files that git would not find", () => {
    mkdirSync(folder.at("other"));
    const { code, stdout, stderr } = run(folder.at("other"), "check", "--diff", `../broken/${ARTICLE}`);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    assert.equal(
      stderr,
      `${folder.at(`broken/${ARTICLE}`)}: no difference is shown, because it is not below ${folder.at("other")}\n`,
    );
  });

  for (const others of [["--fix"], ["--dry-run"], ["--format", "json"], ["--max-warnings", "3"]]) {
    it(`does not go with ${others[0]}`, () => {
      const line = failure(run(folder.path, "check", "--diff", ...others, "broken"));
      assert.match(line, /^curated-content: option '.*' cannot be used with option '.*'; see --help$/);
    });
  }
});
