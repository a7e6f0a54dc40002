import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import type { CheckedFile, ReportedProblem } from "../../server/src/cli/checkedFile.ts";
import { plain } from "../../server/src/cli/palette.ts";
import { type FormatName, formats } from "../../server/src/cli/reporters/formats.ts";

const context = { cwd: "/site", root: "/site", palette: plain, version: "1.2.3" };

/** Whatever may stand in names and messages, above all what means something to those who read a report. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom("\n", "\r", "::", "]]>", "<!--", "&amp;", '"', "'", "%0A", ",", "\u0000", "\u001b[2J", "\u202e"),
      fc.constantFrom("\ud800", "\udc00", "🙂", "健康", "e\u0301", "\t", "\ufffe", "\\", "a long word", ":", "%", "--"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const place = fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 30 }) });
const problem: fc.Arbitrary<ReportedProblem> = fc.record({
  ruleId: fc.constantFrom("unknown-key", "missing-key"),
  messageId: fc.constant("fault"),
  severity: fc.constantFrom("error", "warning", "information", "hint"),
  message: text,
  start: place,
  end: place,
  text,
  excerpt: fc.record({
    text: text.map((line) => line.replace(/[\r\n]/g, "")),
    column: fc.constant(1),
    isCut: fc.boolean(),
  }),
  fix: fc.option(
    fc.record({ title: text, start: fc.constant(0), end: fc.nat(9), newText: text, from: place, to: place }),
    { nil: undefined },
  ),
  related: fc.array(fc.record({ path: text.map((name) => `/site/${name}`), message: text, start: place, end: place }), {
    maxLength: 2,
  }),
});
const files: fc.Arbitrary<readonly CheckedFile[]> = fc.array(
  fc.record({ path: text.map((name) => `/site/a${name}.md`), problems: fc.array(problem, { maxLength: 3 }) }),
  { maxLength: 3 },
);

describe("cli reporters, whatever they are told", () => {
  /** Asserts what holds of every report of a format. */
  function always(format: FormatName, holds: (report: string, told: readonly CheckedFile[]) => void): void {
    it(`${format} is what its readers expect`, async () => {
      const createReporter = await formats[format].load();
      fc.assert(fc.property(files, (told) => holds(createReporter(context).end(told, []), told)));
    });
  }
  const problemsIn = (told: readonly CheckedFile[]) => told.flatMap(({ problems }) => problems);
  const linesOf = (report: string) => report.split("\n").slice(0, -1);

  always("text", (report) => assert.doesNotMatch(report, /[^\n\P{Cc}]|[\u2028-\u202e\u2066-\u2069]/u));
  always("json", (report, told) => assert.equal(JSON.parse(report).length, told.length));
  always("jsonl", (report, told) => {
    const messages = linesOf(report).map((line) => JSON.parse(line).message);
    assert.deepEqual(
      messages,
      problemsIn(told).map(({ message }) => message),
    );
  });
  always("sarif", (report, told) => {
    const { results } = JSON.parse(report).runs[0];
    assert.equal(results.length, problemsIn(told).length);
    for (const { locations } of results) {
      const { uri } = locations[0].physicalLocation.artifactLocation;
      assert.match(uri, /^[\w.~!*'()%-]+$/);
    }
  });
  always("github", (report, told) => {
    const lines = linesOf(report);
    assert.equal(lines.length, problemsIn(told).length);
    for (const line of lines) assert.match(line, /^::(?:error|warning|notice) file=[^:]*,title=[\w-]+::[^\r\n]*$/);
  });
  always("gitlab", (report, told) => {
    const fingerprints = JSON.parse(report).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    assert.equal(fingerprints.length, problemsIn(told).length);
  });
  always("junit", (report, told) => {
    assert.doesNotMatch(report, /[^\n\P{Cc}]|[\p{Cs}\ufffe\uffff]|<!--|\]\]>|&(?!(?:amp|lt|gt|quot|apos);)/u);
    const names: string[] = [];
    const visit = (node: unknown): void => {
      const { name, children = [] } = node as { name?: string; children?: readonly unknown[] };
      if (name !== undefined) names.push(name);
      for (const child of children) visit(child);
    };
    visit(parseDocument(report, { xmlMode: true }));
    assert.equal(names.filter((name) => name === "testsuite").length, told.length);
  });
});
