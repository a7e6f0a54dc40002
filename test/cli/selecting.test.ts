import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, relative } from "node:path";
import { failure, run, runWith, siteFile, useFolder } from "./cli.ts";

const NEWS = "content/communities/remote-patient-monitoring/curated-news";
const TWO_WARNINGS = `${NEWS}/66f16640-3f0f-5fa9-b944-76baeaae7f7a.md`;
const AN_ERROR = `${NEWS}/f178654d-7997-5a79-bfc9-c1a7032a7eff.md`;

describe("cli check of the standard input", () => {
  const folder = useFolder();
  const input = (text: string | Buffer, ...args: readonly string[]) =>
    runWith(text, folder.at("medigy"), "check", "--stdin", "--stdin-filename", ...args);

  beforeEach(() => folder.addSite("medigy"));

  it("says what it would say of the file", () => {
    const faulty = readFileSync(siteFile("broken", AN_ERROR));
    const { stdout } = run(siteFile("broken", ""), "check", AN_ERROR);
    for (const text of [faulty, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), faulty])]) {
      assert.deepEqual(input(text, AN_ERROR), { code: 1, stdout, stderr: "" });
    }
    assert.deepEqual(input(folder.read(`medigy/${AN_ERROR}`), AN_ERROR), { code: 0, stdout: "", stderr: "" });
  });

  it("needs no file, and compares with what the site's other files say", () => {
    const copy = input(folder.read(`medigy/${AN_ERROR}`), `${dirname(AN_ERROR)}/not-there-yet.md`, "--format", "json");
    assert.match(copy.stdout, /duplicate-id/);
    assert.equal(JSON.parse(copy.stdout)[0].filePath, folder.at(`medigy/${dirname(AN_ERROR)}/not-there-yet.md`));
  });

  it("takes nothing, bytes that are no text and what .curatedignore leaves out", () => {
    assert.match(input("", AN_ERROR).stdout, /missing-front-matter/);
    assert.equal(input(Buffer.from([0xff, 0xfe, 0x00]), AN_ERROR).code, 1);
    folder.write("medigy/.curatedignore", "f178*\n");
    assert.deepEqual(input("---\n", AN_ERROR), {
      code: 0,
      stdout: "",
      stderr: `${AN_ERROR}: not checked, because of .curatedignore\n`,
    });
  });

  it("keeps nothing of it in a cache", () => {
    const cached = ["check", "--cache-location", "cache.json", AN_ERROR];
    assert.equal(run(folder.at("medigy"), ...cached).code, 0);
    assert.equal(input("---\n", AN_ERROR, "--cache-location", "cache.json").code, 1);
    assert.equal(run(folder.at("medigy"), ...cached).code, 0);
  });
});

describe("cli check --changed", () => {
  const folder = useFolder();
  const git = (...args: readonly string[]) => {
    const identity = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...identity, ...args], { cwd: folder.path, encoding: "utf8", stdio: "pipe" });
  };
  const commit = (message: string) => {
    git("add", "-A");
    git("commit", "-qm", message);
  };
  const checked = (...args: readonly string[]) => {
    const { stdout, stderr } = run(folder.path, "check", "--format", "json", ...args);
    assert.equal(stderr, "");
    const results = JSON.parse(stdout) as readonly { readonly filePath: string }[];
    return results.map(({ filePath }) => relative(folder.path, filePath));
  };

  beforeEach(() => {
    folder.write("a.md", "# A\n");
    folder.write("x/b.md", "# B\n");
    git("init", "-q", "-b", "main");
  });

  it("takes all where nothing was committed yet", () => {
    git("add", "a.md");
    assert.deepEqual(checked("--changed"), ["a.md", "x/b.md"]);
  });

  it("takes what was changed, added and not yet added, also where names are unusual, and nothing that is gone", () => {
    folder.write("gone.md", "");
    folder.write(".gitignore", "ignored.md\n");
    commit("All");
    assert.deepEqual(checked("--changed"), []);
    folder.write("a.md", "# A, changed\n");
    folder.write('with "quotes"\nand ünïcode.md', "");
    folder.write("staged.md", "");
    folder.write("ignored.md", "");
    git("add", "staged.md");
    rmSync(folder.at("gone.md"));
    assert.deepEqual(checked("--changed"), ["a.md", "staged.md", 'with "quotes"\nand ünïcode.md']);
    assert.deepEqual(checked("--changed", "x"), []);
    assert.deepEqual(checked("--changed", "a.md", "x/b.md"), ["a.md"]);
    assert.deepEqual(checked("--changed", "s*.md"), ["staged.md"]);
  });

  it("takes what a branch has changed since it left another one", () => {
    commit("All");
    git("checkout", "-qb", "branch");
    folder.write("x/b.md", "# B, changed\n");
    commit("Change");
    git("checkout", "-q", "main");
    folder.write("a.md", "# A, changed elsewhere\n");
    commit("Elsewhere");
    git("checkout", "-q", "branch");
    assert.deepEqual(checked("--changed=main"), ["x/b.md"]);
    assert.deepEqual(checked("--changed"), []);
  });

  it("knows files by where links lead", () => {
    commit("All");
    folder.write("x/b.md", "# B, changed\n");
    symlinkSync("x", folder.at("link"));
    assert.deepEqual(checked("--changed", "link"), ["link/b.md"]);
  });

  it("looks at a site's own files that have changed, and at what articles share with those that have not", () => {
    folder.addSite("medigy");
    commit("All");
    const text = folder.read(`medigy/${AN_ERROR}`);
    folder.write(`medigy/${dirname(AN_ERROR)}/twin.md`, text);
    folder.write("medigy/data/topics.yaml", "schemes: []\nschems: []\n");
    const { stdout } = run(folder.path, "check", "--changed", "medigy");
    assert.match(stdout, /^medigy\/data\/topics\.yaml\n(?: .*\n)* +2:1 /m);
    assert.match(stdout, /twin\.md\n(?: .*\n)*.* duplicate-id\n/);
    assert.doesNotMatch(stdout, /^medigy\/.*f178654d.*\.md$/m);
  });

  it("says what is missing: the commit, the repository", () => {
    commit("All");
    assert.equal(
      failure(run(folder.path, "check", "--changed=no\nsuch")),
      "curated-content: --changed: there is no commit `no such`",
    );
    assert.match(failure(run(folder.path, "check", "--changed=--output=x")), /there is no commit `--output=x`/);
    rmSync(folder.at(".git"), { recursive: true });
    assert.match(failure(run(folder.path, "check", "--changed")), /^curated-content: --changed: not a git repository/);
    assert.match(failure(run(folder.path, "check", "--changed", "nowhere")), /^nowhere: no such file or folder$/);
  });

  it("starts no program that the repository names", () => {
    commit("All");
    git("config", "core.fsmonitor", "touch monitored; false");
    git("config", "diff.external", "touch compared");
    folder.write("a.md", "# A, changed\n");
    mkdirSync(folder.at("empty"));
    assert.deepEqual(checked("--changed"), ["a.md"]);
    assert.throws(() => folder.read("monitored"));
    assert.throws(() => folder.read("compared"));
  });
});

describe("cli check, what counts", () => {
  const folder = useFolder();
  const broken = siteFile("broken", "");

  it("--rule comes before what the site says", () => {
    const error = ["--rule", "breadcrumb-links=error", "--rule=unknown-key=off"];
    assert.match(run(broken, "check", ...error, TWO_WARNINGS).stdout, /: 2 errors\./);
    assert.deepEqual(run(broken, "check", "--rule", "breadcrumb-links=off", TWO_WARNINGS), {
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  it("--rule counts for repairs, for a cache and for the site's own files, too", () => {
    folder.addSite("broken");
    const cwd = folder.at("broken");
    const off = ["--rule", "breadcrumb-links=off"];
    const before = folder.read(`broken/${TWO_WARNINGS}`);
    assert.equal(run(cwd, "check", "--fix", ...off, TWO_WARNINGS).stdout, "");
    assert.deepEqual(folder.read(`broken/${TWO_WARNINGS}`), before);
    const cached = (...args: readonly string[]) =>
      run(cwd, "check", "--cache-location=c", ...args, TWO_WARNINGS).stdout;
    assert.equal(cached(...off), "");
    assert.match(cached(), /breadcrumb-links/);
    assert.equal(cached(...off), "");
    folder.write("broken/curated-content.yaml", "content: [content, contents]\n");
    assert.equal(run(cwd, "check", ...off, "--rule", "site-configuration=off", TWO_WARNINGS).stdout, "");
    assert.match(run(cwd, "check", ...off, TWO_WARNINGS).stdout, /site-configuration/);
  });

  it("--quiet reports errors only, and counts warnings all the same", () => {
    const all = run(broken, "check", "--quiet", "content");
    assert.equal(all.code, 1);
    assert.doesNotMatch(all.stdout, /warning/);
    assert.match(all.stdout, /: 8 errors\./);
    assert.equal(run(broken, "check", "--quiet", "--format", "jsonl", "content").stdout.split("\n").length, 9);
    const counted = run(broken, "check", "--quiet", "--max-warnings", "1", TWO_WARNINGS);
    assert.deepEqual(counted, {
      code: 1,
      stdout: "",
      stderr: "curated-content: too many warnings: 2, allowed: 1\n",
    });
  });
});
