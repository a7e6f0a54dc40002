import assert from "node:assert/strict";
import { parseDocument } from "htmlparser2";
import type { CheckedFile } from "../../server/src/cli/checkedFile.ts";
import { plain } from "../../server/src/cli/palette.ts";
import { createGithubReporter } from "../../server/src/cli/reporters/github.ts";
import { createGitlabReporter } from "../../server/src/cli/reporters/gitlab.ts";
import { createJunitReporter } from "../../server/src/cli/reporters/junit.ts";
import type { CreateReporter } from "../../server/src/cli/reporters/reporter.ts";
import { repositoryRoot } from "../../server/src/cli/repositoryRoot.ts";
import { problem } from "./problem.ts";

const EVIL = "a, b: 100% <\"&'>\r\n\u0000\u001b[2J \ud800 \u202e::error::";
const files: readonly CheckedFile[] = [
  { path: "/repository/content/clean.md", problems: [] },
  {
    path: "/repository/content/a,b: 1%.md",
    problems: (["error", "warning", "information", "hint"] as const).map((severity) => ({ ...problem, severity })),
  },
  { path: "/other/c.md", problems: [{ ...problem, message: EVIL, end: { line: 4, column: 1 } }] },
];

describe("cli formats for services", () => {
  const reported = (create: CreateReporter, ofFiles = files) =>
    create({ cwd: "/repository/content", root: "/repository", palette: plain, version: "1.2.3" }).end(ofFiles, []);

  it("name files below the folder of the repository, where a service has put one", () => {
    assert.equal(repositoryRoot("/builds/x/docs", { GITHUB_WORKSPACE: "/builds/x" }), "/builds/x");
    assert.equal(repositoryRoot("/builds/x", { CI_PROJECT_DIR: "/builds/x" }), "/builds/x");
    assert.equal(repositoryRoot("/builds/xy", { CI_PROJECT_DIR: "/builds/x" }), "/builds/xy");
    assert.equal(repositoryRoot("/home/me", { GITHUB_WORKSPACE: "" }), "/home/me");
  });

  it("github: is a command a problem, from which nothing escapes", () => {
    assert.deepEqual(reported(createGithubReporter).split("\n"), [
      "::error file=content/a%2Cb%3A 1%25.md,line=2,col=1,endColumn=4,title=a-rule::Wrong.",
      "::warning file=content/a%2Cb%3A 1%25.md,line=2,col=1,endColumn=4,title=a-rule::Wrong.",
      "::notice file=content/a%2Cb%3A 1%25.md,line=2,col=1,endColumn=4,title=a-rule::Wrong.",
      "::notice file=content/a%2Cb%3A 1%25.md,line=2,col=1,endColumn=4,title=a-rule::Wrong.",
      "::error file=/other/c.md,line=2,endLine=4,title=a-rule::" +
        "a, b: 100%25 <\"&'>%0D%0A\\u0000\\u001b[2J \ud800 \\u202e::error::",
      "",
    ]);
  });

  it("gitlab: has the shape of Code Quality, each problem with a fingerprint of its own", () => {
    const issues = JSON.parse(reported(createGitlabReporter));
    assert.equal(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, 5);
    assert.ok(issues.every(({ fingerprint }: { fingerprint: string }) => /^[0-9a-f]{40}$/.test(fingerprint)));
    const { fingerprint: _, ...issue } = issues[1];
    assert.deepEqual(issue, {
      description: "Wrong.",
      check_name: "a-rule",
      severity: "minor",
      location: { path: "content/a,b: 1%.md", lines: { begin: 2, end: 2 } },
    });
    assert.deepEqual(
      issues.map(({ severity }: { severity: string }) => severity),
      ["major", "minor", "info", "info", "major"],
    );
    assert.deepEqual(JSON.parse(reported(createGitlabReporter, [])), []);
  });

  it("junit: is XML with a suite for each file and a case for each problem", () => {
    const xml = reported(createJunitReporter);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    assert.doesNotMatch(xml, /[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u);
    const [all] = elementsIn(parseDocument(xml, { xmlMode: true }));
    assert.deepEqual(all?.attribs, { name: "curated-content", tests: "6", failures: "3", errors: "0" });
    const suites = elementsIn(all);
    assert.deepEqual(
      suites.map(({ name, attribs }) => [name, attribs.name, attribs.tests, attribs.failures]),
      [
        ["testsuite", "content/clean.md", "1", "0"],
        ["testsuite", "content/a,b: 1%.md", "4", "2"],
        ["testsuite", "/other/c.md", "1", "1"],
      ],
    );
    const outcomes = suites.flatMap(elementsIn).map((each) => elementsIn(each).map(({ name }) => name));
    assert.deepEqual(outcomes, [[], ["failure"], ["failure"], ["system-out"], ["system-out"], ["failure"]]);
    const [failure] = elementsIn(elementsIn(suites[2])[0]);
    assert.equal(failure?.attribs.message, "a, b: 100% <\"&'> \\u0000\\u001b[2J \\ud800 \\u202e::error::");
    assert.equal(failure.attribs.type, "error");
  });
});

interface Element {
  readonly name: string;
  readonly attribs: { readonly [name: string]: string };
}

/** The elements right in another one. */
function elementsIn(parent: unknown): readonly Element[] {
  const { children = [] } = parent as { children?: readonly (Element & { readonly type: string })[] };
  return children.filter(({ type }) => type === "tag");
}
