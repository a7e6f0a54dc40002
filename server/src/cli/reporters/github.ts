import type { CheckedFile, ReportedProblem } from "../checkedFile.ts";
import { printable } from "../printable.ts";
import { pathBelow } from "./pathBelow.ts";
import type { CreateReporter } from "./reporter.ts";

const COMMANDS = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/**
 * The report for GitHub Actions: workflow commands that make annotations of lines
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
export const createGithubReporter: CreateReporter = ({ root }) => ({
  end: (files) => files.flatMap((file) => file.problems.map((problem) => toCommand(problem, file, root))).join(""),
});

function toCommand(
  { severity, ruleId, message, start, end }: ReportedProblem,
  file: CheckedFile,
  root: string,
): string {
  const properties = {
    file: pathBelow(root, file.path),
    line: start.line,
    // Columns are those of one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : { endLine: end.line }),
    title: ruleId,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(",")}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  const lines = text.replace(/[%\r\n]/g, encodeURIComponent);
  return printable(lines);
}

function escapedProperty(text: string): string {
  return escaped(text).replace(/[:,]/g, encodeURIComponent);
}
