import type { CheckedFile, ReportedProblem } from "../checkedFile.ts";
import type { CreateReporter } from "./reporter.ts";

const SEVERITIES = { error: 2, warning: 1, information: 0, hint: 0 } as const;

/** The report for tools, in ESLint's shape (its `json` formatter): an entry for each file that was looked at. */
export const createJsonReporter: CreateReporter = () => ({
  end: (files) => `${JSON.stringify(files.map(toResult), undefined, 2)}\n`,
});

function toResult({ path, problems }: CheckedFile): object {
  const ofSeverity = (severity: ReportedProblem["severity"]) => problems.filter((it) => it.severity === severity);
  const [errors, warnings] = [ofSeverity("error"), ofSeverity("warning")];
  return {
    filePath: path,
    messages: problems.map(toMessage),
    suppressedMessages: [],
    errorCount: errors.length,
    fatalErrorCount: 0,
    warningCount: warnings.length,
    fixableErrorCount: errors.filter(isFixable).length,
    fixableWarningCount: warnings.filter(isFixable).length,
    usedDeprecatedRules: [],
  };
}

/** A problem in ESLint's shape (its `LintMessage`). */
export function toMessage({ ruleId, messageId, severity, message, start, end, fix }: ReportedProblem): object {
  return {
    ruleId,
    severity: SEVERITIES[severity],
    message,
    messageId,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(fix && { fix: { range: [fix.start, fix.end], text: fix.newText } }),
  };
}

function isFixable(problem: ReportedProblem): boolean {
  return problem.fix !== undefined;
}
