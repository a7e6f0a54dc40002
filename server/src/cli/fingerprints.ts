import { createHash } from "node:crypto";
import type { CheckedFile, ReportedProblem } from "./checkedFile.ts";

/**
 * By what the problems of a file are known again, in their order. Neither where they stand nor what stands around them
 * matters: only the rule, what is wrong, and how many alike come before.
 *
 * @param name the file's path below a folder that is the same on all machines, with slashes
 */
export function fingerprintsOf({ problems }: CheckedFile, name: string): readonly string[] {
  const alike = new Map<string, number>();
  return problems.map((problem) => {
    const identity = JSON.stringify([name, problem.ruleId, problem.messageId, subjectOf(problem)]);
    const before = alike.get(identity) ?? 0;
    alike.set(identity, before + 1);
    return createHash("sha256").update(`${identity} ${before}`).digest("hex").slice(0, 40);
  });
}

/** What stands there; where that says nothing, as where a key is missing, what is said of it. */
function subjectOf({ text, message }: ReportedProblem): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : message;
}
