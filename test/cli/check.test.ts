import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { run, siteFile, useFolder } from "./cli.ts";
import { type Fault, faults, sorted } from "./faults.ts";

const TWO_WARNINGS =
  "content/communities/remote-patient-monitoring/curated-news/66f16640-3f0f-5fa9-b944-76baeaae7f7a.md";
const AN_ERROR = "content/communities/remote-patient-monitoring/curated-news/f178654d-7997-5a79-bfc9-c1a7032a7eff.md";

describe("cli check", () => {
  const folder = useFolder();
  const medigy = siteFile("medigy", "");
  const broken = siteFile("broken", "");

  it("says nothing of a clean site", () => {
    assert.deepEqual(run(medigy, "check", "."), { code: 0, stdout: "", stderr: "" });
  });

  it("says nothing of a file that is no article", () => {
    folder.write("README.md", "# A README\n\nstays a README.\n");
    folder.write("notes.md", "---\ntitle: [\n---\n");
    assert.deepEqual(run(folder.path, "check", "README.md", "notes.md"), { code: 0, stdout: "", stderr: "" });
  });

  it("reports each fault on its line, and nothing else", () => {
    const { code, stdout } = run(broken, "check", "content");
    assert.equal(code, 1);
    assert.deepEqual(sorted(reported(stdout)), sorted(faults));
  });

  it("finds the site above the folder it runs in", () => {
    const { stdout } = run(siteFile("broken", dirname(TWO_WARNINGS)), "check", basename(TWO_WARNINGS));
    assert.deepEqual(
      reported(stdout).map((fault) => fault.line),
      [10, 12],
    );
  });

  it("groups the problems by file, with their lines and repairs, with totals below", () => {
    const { stdout } = run(broken, "check", TWO_WARNINGS);
    const lines = [
      TWO_WARNINGS,
      "  10:3  warning  This breadcrumb link should be `/communities/remote-patient-monitoring/`.  breadcrumb-links",
      "        10 | - /communities/remote-monitoring/",
      "           |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "        --fix: Replace by `/communities/remote-patient-monitoring/`",
      "  12:3  warning  This breadcrumb link should be `#`.  breadcrumb-links",
      "        12 | - /communities/remote-patient-monitoring/curated-news/satellite-links",
      "           |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "        --fix: Replace by `#`",
      "",
      "2 problems in 1 file: 2 warnings. --fix repairs all of them.",
      "",
    ];
    assert.equal(stdout, lines.join("\n"));
  });

  it("takes folders, globs and files, each file once and in order", () => {
    const { stdout } = run(broken, "check", AN_ERROR, "content/communities/remote*/**/f*.md", "content", TWO_WARNINGS);
    assert.deepEqual(sorted(reported(stdout)), sorted(faults));
    const files = reported(stdout).map((fault) => fault.file);
    assert.deepEqual(files, files.toSorted());
  });

  it("passes with warnings and fails with errors", () => {
    assert.equal(run(broken, "check", TWO_WARNINGS).code, 0);
    assert.equal(run(broken, "check", AN_ERROR).code, 1);
  });

  it("fails with more warnings than --max-warnings", () => {
    assert.equal(run(broken, "check", "--max-warnings", "2", TWO_WARNINGS).code, 0);
    const tooMany = run(broken, "check", TWO_WARNINGS, "--max-warnings=1");
    assert.equal(tooMany.code, 1);
    assert.equal(tooMany.stderr, "curated-content: too many warnings: 2, allowed: 1\n");
    assert.equal(run(medigy, "check", "--max-warnings", "0", ".").code, 0);
  });

  it("writes no colours into a pipe", () => {
    assert.equal(run(broken, "check", "content").stdout.includes("\u001b"), false);
  });
});

/** The problems of a text report. */
function reported(stdout: string): readonly Fault[] {
  let file = "";
  return stdout.split("\n").flatMap((row) => {
    if (row.endsWith(".md")) file = row;
    const line = /^ +(\d+):\d+ /.exec(row)?.[1];
    return line === undefined ? [] : [{ file, line: Number(line) }];
  });
}
