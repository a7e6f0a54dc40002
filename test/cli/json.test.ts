import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { run, siteFile, useFolder } from "./cli.ts";

const TOPICS = "content/communities/privacy-security/curated-news/c1d0f4f3-c7c1-5162-bff2-66828def0331.md";
const UNQUOTED = "content/communities/remote-patient-monitoring/curated-news/f178654d-7997-5a79-bfc9-c1a7032a7eff.md";

describe("cli check --format json", () => {
  const folder = useFolder();
  const broken = siteFile("broken", "");

  it("has ESLint's shape", () => {
    const { code, stdout, stderr } = run(broken, "check", "--format", "json", UNQUOTED);
    assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
    const [{ messages, ...result }] = JSON.parse(stdout);
    assert.deepEqual(result, {
      filePath: siteFile("broken", UNQUOTED),
      suppressedMessages: [],
      errorCount: 1,
      fatalErrorCount: 0,
      warningCount: 0,
      fixableErrorCount: 1,
      fixableWarningCount: 0,
      usedDeprecatedRules: [],
    });
    const [{ message, fix, messageId, endLine, endColumn, ...place }] = messages;
    assert.deepEqual(place, { ruleId: "topic-unquoted", severity: 2, line: 23, column: 3 });
    assert.deepEqual(
      [message, messageId, endLine, endColumn, fix.text].map((value) => typeof value),
      ["string", "string", "number", "number", "string"],
    );
    assert.equal(messages.length, 1);
  });

  it("lists every file that was looked at, by absolute path and in order", () => {
    const results = JSON.parse(run(siteFile("medigy", ""), "check", "--format", "json", "content", "README.md").stdout);
    const paths = results.map((result: { filePath: string }) => result.filePath);
    assert.deepEqual(paths, paths.toSorted());
    assert.ok(paths.includes(siteFile("medigy", "README.md")));
    assert.ok(results.every((result: { messages: unknown[] }) => result.messages.length === 0));
  });

  it("has fixes that ESLint's readers can apply, with a byte order mark or without", () => {
    const text = readFileSync(siteFile("broken", TOPICS), "utf8");
    folder.addSite("broken");
    const [plain] = JSON.parse(run(folder.at("broken"), "check", "--format", "json", TOPICS).stdout);
    folder.write(`broken/${TOPICS}`, `\uFEFF${text}`);
    const [withBom] = JSON.parse(run(folder.at("broken"), "check", "--format", "json", TOPICS).stdout);
    assert.deepEqual(withBom, plain);
    assert.equal(plain.fixableWarningCount, 3);
    assert.equal(repaired(text, plain.messages), readFileSync(siteFile("medigy", TOPICS), "utf8"));
  });

  it("gives information the severity 0 and counts it nowhere", () => {
    folder.addSite("broken");
    folder.write("broken/curated-content.yaml", "rules:\n  topic-unquoted: information\n");
    const { code, stdout } = run(folder.at("broken"), "check", "--format", "json", UNQUOTED);
    const [{ messages, errorCount, warningCount, fixableErrorCount, fixableWarningCount }] = JSON.parse(stdout);
    assert.equal(code, 0);
    assert.equal(messages[0].severity, 0);
    assert.deepEqual([errorCount, warningCount, fixableErrorCount, fixableWarningCount], [0, 0, 0, 0]);
  });
});

interface Message {
  readonly fix: { readonly range: readonly [number, number]; readonly text: string };
}

/** What ESLint's own fixer makes of fixes that do not overlap. */
function repaired(text: string, messages: readonly Message[]): string {
  return messages
    .toSorted((a, b) => b.fix.range[0] - a.fix.range[0])
    .reduce((result, { fix }) => result.slice(0, fix.range[0]) + fix.text + result.slice(fix.range[1]), text);
}
