import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { failure, run, siteFile, useFolder } from "./cli.ts";

const AN_ERROR = "content/communities/remote-patient-monitoring/curated-news/f178654d-7997-5a79-bfc9-c1a7032a7eff.md";

describe("cli reports", () => {
  const folder = useFolder();
  const broken = siteFile("broken", "");

  it("go to files, several at once, in folders that need not be there", () => {
    const { code, stdout, stderr } = run(
      broken,
      ...["check", "--format", `json:${folder.at("a/b/report: 1.json")}`, "--format", "text"],
      ...["--format", `jsonl:${folder.at("lines")}`, "content"],
    );
    assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
    assert.equal(stdout, run(broken, "check", "content").stdout);
    assert.equal(folder.read("a/b/report: 1.json").toString(), run(broken, "check", "--format=json", "content").stdout);
    assert.equal(folder.read("lines").toString(), run(broken, "check", "--format=jsonl", "content").stdout);
  });

  it("say nothing on the standard output where all go to files", () => {
    const { code, stdout } = run(broken, "check", "--format", `text:${folder.at("report.txt")}`, AN_ERROR);
    assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
    assert.equal(folder.read("report.txt").toString(), run(broken, "check", AN_ERROR).stdout);
  });

  it("replace what a file held before, also by nothing", () => {
    folder.addSite("medigy");
    folder.write("report.txt", "old");
    run(folder.path, "check", "--format", "text:report.txt", "medigy");
    assert.equal(folder.read("report.txt").toString(), "");
  });

  it("are not begun where one cannot be written, and the reason is said", () => {
    folder.addSite("medigy");
    mkdirSync(folder.at("taken"));
    assert.equal(
      failure(run(folder.path, "check", "--format", "text", "--format", "json:taken", "medigy")),
      "taken: a folder, not a file",
    );
    folder.write("file", "");
    assert.equal(
      failure(run(folder.path, "check", "--format", "json:file/report.json", "medigy")),
      "file: file already exists",
    );
    assert.match(failure(run(folder.path, "check", "--format", "json:file/a/report.json", "medigy")), /^file\/a: /);
  });

  it("take no place twice", () => {
    folder.addSite("medigy");
    assert.match(
      failure(run(folder.path, "check", "--format", "text", "--format", "json", "medigy")),
      /^curated-content: two reports for the standard output; .*--format json:report/,
    );
    symlinkSync("report.txt", folder.at("link.txt"));
    folder.write("report.txt", "old");
    assert.match(
      failure(run(folder.path, "check", "--format", "text:report.txt", "--format", "json:link.txt", "medigy")),
      /^curated-content: two reports for report\.txt/,
    );
    assert.equal(folder.read("report.txt").toString(), "old");
  });

  it("never take the place of what is to be checked", () => {
    folder.write("a.md", "# A\n");
    symlinkSync("a.md", folder.at("b.txt"));
    for (const file of ["a.md", "b.txt"]) {
      assert.equal(
        failure(run(folder.path, "check", "--format", `json:${file}`, "a.md")),
        "a.md: to be checked, so no report is written to it",
      );
    }
    assert.equal(folder.read("a.md").toString(), "# A\n");
  });

  it("need the name of a file behind a colon", () => {
    assert.match(failure(run(folder.path, "check", "--format", "json:", ".")), /'json:' is invalid.*belongs a file/);
  });

  it("say when the disk does not take them", function () {
    if (process.platform !== "linux") this.skip();
    const { code, stderr } = run(broken, "check", "--format", "json:/dev/full", AN_ERROR);
    assert.deepEqual({ code, stderr }, { code: 2, stderr: "/dev/full: no space left on device\n" });
  });

  it("are refused by a folder that nobody may write to", function () {
    if (process.platform === "win32" || process.getuid?.() === 0) this.skip();
    mkdirSync(folder.at("locked"));
    chmodSync(folder.at("locked"), 0o500);
    assert.equal(
      failure(run(broken, "check", "--format", `json:${folder.at("locked/report.json")}`, AN_ERROR)),
      `${folder.at("locked/report.json")}: permission denied`,
    );
  });
});
