import assert from "node:assert/strict";
import type { CheckedFile } from "../../server/src/cli/checkedFile.ts";
import { coloured, paletteFor, plain } from "../../server/src/cli/palette.ts";
import { createJsonReporter } from "../../server/src/cli/reporters/json.ts";
import { createTextReporter } from "../../server/src/cli/reporters/text.ts";
import { problem } from "./problem.ts";

const clean: CheckedFile = { path: "/site/clean.md", problems: [] };

describe("cli reporters", () => {
  const context = { cwd: "/site", root: "/site", palette: plain, version: "1.2.3" };
  const reportText = (files: readonly CheckedFile[]) => createTextReporter(context).end(files, []);

  it("text: is silent where all is clean", () => {
    assert.equal(reportText([clean]), "");
  });

  it("text: counts each severity", () => {
    const severities = ["hint", "warning", "error", "error", "information", "information"] as const;
    const problems = severities.map((severity) => ({ ...problem, severity }));
    const report = reportText([clean, { path: "/site/a.md", problems }]);
    const totals = "6 problems in 1 file: 2 errors, 1 warning, 2 information, 1 hint.";
    assert.equal(report.trimEnd().split("\n").at(-1), totals);
  });

  it("text: keeps a problem on one line, and control characters off the terminal", () => {
    const evil = { ...problem, message: "One\n two \u001b[2J\u202E" };
    const lines = reportText([{ path: "/site/a\u0007.md", problems: [evil] }]).split("\n");
    assert.deepEqual(lines.slice(0, 2), ["a\\u0007.md", "  2:1  error  One two \\u001b[2J\\u202e  a-rule"]);
  });

  it("text: names other places below the problem, and the repair", () => {
    const place = { start: { line: 12, column: 5 }, end: { line: 12, column: 9 } };
    const related = [
      { path: "/site/b.md", message: "Here.", ...place },
      { path: "/other/c.md", message: "There,\ntoo.", ...place },
      { path: "/site/a.md", message: "And here.", ...place },
    ];
    const fix = { title: "Write `x`", start: 4, end: 7, newText: "x", from: problem.start, to: problem.end };
    const lines = reportText([{ path: "/site/a.md", problems: [{ ...problem, related, fix }] }]).split("\n");
    assert.deepEqual(lines.slice(1, 8), [
      "  2:1  error  Wrong.  a-rule",
      "       2 | key: value",
      "         | ^^^",
      "       b.md:12:5: Here.",
      "       /other/c.md:12:5: There, too.",
      "       12:5: And here.",
      "       --fix: Write `x`",
    ]);
  });

  it("text: names files outside the working folder by their whole path", () => {
    assert.match(reportText([{ path: "/other/a.md", problems: [problem] }]), /^\/other\/a\.md\n/);
  });

  it("text: is coloured only for people who want it", () => {
    assert.equal(paletteFor({ isTTY: true }, {}), coloured);
    assert.equal(paletteFor({ isTTY: true }, { NO_COLOR: "" }), coloured);
    assert.equal(paletteFor({ isTTY: true }, { NO_COLOR: "1" }), plain);
    assert.equal(paletteFor({ isTTY: true }, { TERM: "dumb" }), plain);
    assert.equal(paletteFor({}, {}), plain);
    assert.equal(paletteFor({}, { FORCE_COLOR: "1", NO_COLOR: "1" }), coloured);
    assert.equal(paletteFor({}, { FORCE_COLOR: "" }), coloured);
    assert.equal(paletteFor({ isTTY: true }, { FORCE_COLOR: "0" }), plain);
    const report = createTextReporter({ ...context, palette: coloured }).end(
      [{ path: "/site/a.md", problems: [problem] }],
      [],
    );
    assert.ok(report.includes("\u001b[31merror\u001b[39m"), report);
  });

  it("json: is an empty list where no file was looked at", () => {
    assert.equal(createJsonReporter(context).end([], []), "[]\n");
  });
});
