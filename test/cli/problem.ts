import type { ReportedProblem } from "../../server/src/cli/checkedFile.ts";

/** A problem as reporters are given it. */
export const problem: ReportedProblem = {
  ruleId: "a-rule",
  messageId: "fault",
  severity: "error",
  message: "Wrong.",
  start: { line: 2, column: 1 },
  end: { line: 2, column: 4 },
  text: "key",
  excerpt: { text: "key: value", column: 1, isCut: false },
  fix: undefined,
  related: [],
};
