import type { CheckedFile, ReportedProblem } from "../checkedFile.ts";
import { oneLine } from "../printable.ts";
import { pathBelow } from "./pathBelow.ts";
import type { CreateReporter } from "./reporter.ts";

/**
 * The report for what reads the results of tests, as Jenkins does: a suite for each file, in it a case for each problem or
 * one that passes. What is no more than information is a case that passes and says something.
 */
export const createJunitReporter: CreateReporter = ({ root }) => ({
  end(files) {
    const suites = files.map((file) => suiteOf(file, pathBelow(root, file.path)));
    const [tests, failures] = [sumOf(files, casesIn), sumOf(files, failuresIn)];
    const head = `<testsuites name="curated-content" tests="${tests}" failures="${failures}" errors="0">`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${[head, ...suites, "</testsuites>"].join("\n")}\n`;
  },
});

function suiteOf(file: CheckedFile, path: string): string {
  const name = escaped(path);
  const cases = file.problems.map((problem) => caseOf(problem, name));
  const passed = cases.length === 0 ? [`    <testcase name="check" classname="${name}"/>`] : cases;
  const head = `  <testsuite name="${name}" tests="${casesIn(file)}" failures="${failuresIn(file)}" errors="0">`;
  return [head, ...passed, "  </testsuite>"].join("\n");
}

function caseOf({ ruleId, severity, message, start }: ReportedProblem, name: string): string {
  const place = `line ${start.line}, column ${start.column}`;
  const [said, text] = [escaped(oneLine(message)), escaped(`${place}: ${oneLine(message)}`)];
  const outcome = isFailure({ severity })
    ? `<failure type="${severity}" message="${said}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase name="${ruleId}, ${place}" classname="${name}">${outcome}</testcase>`;
}

function casesIn({ problems }: CheckedFile): number {
  return Math.max(1, problems.length);
}

function failuresIn({ problems }: CheckedFile): number {
  return problems.filter(isFailure).length;
}

function isFailure({ severity }: Pick<ReportedProblem, "severity">): boolean {
  return severity === "error" || severity === "warning";
}

function sumOf(files: readonly CheckedFile[], count: (file: CheckedFile) => number): number {
  return files.reduce((sum, file) => sum + count(file), 0);
}

const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What XML 1.0 has no way to say is spelt out. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
      /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
