import { createHash } from "node:crypto";
import type { CheckedFile, ReportedProblem } from "./checkedFile.ts";

/**
 * By what the problems of a file are known again, in their order. Neither where they stand nor what stands around them
 * matters, nor what is said of them as long as that follows from other places: only the rule, the key, what is written there,
 * and how many alike come before.
 *
 * @param name the file's path below a folder that is the same on all machines, with slashes
 */
export function fingerprintsOf({ problems }: CheckedFile, name: string): readonly string[] {
  const alike = new Map<string, number>();
  return problems.map((problem) => {
    const identity = JSON.stringify([name, problem.ruleId, ...factOf(problem)]);
    const before = alike.get(identity) ?? 0;
    alike.set(identity, before + 1);
    return createHash("sha256").update(`${identity} ${before}`).digest("hex").slice(0, 40);
  });
}

/** A part of what is kept of a text that is the same with all line ends. */
const MOST_TEXT = 120;

/** The key that a problem is about, where its value stands beside it, and what is written there. */
function factOf(problem: ReportedProblem): readonly string[] {
  const { start, excerpt, message } = problem;
  const text = problem.text.replace(/\s+/g, " ").slice(0, MOST_TEXT);
  const column = start.column - excerpt.column;
  const [before, behind] = [excerpt.text.slice(0, column), excerpt.text.slice(column + problem.text.length)];
  const isKey = /^\s*(?:- +)*["']?$/.test(before) && /^["']?\s*:(?:\s|$)/.test(behind);
  // What is wrong with a key, as that another one is missing below it, or with a mere sign, only the message tells.
  if (isKey || !/[\p{L}\p{N}]/u.test(text)) return [text, message];
  const [, key = ""] = /^\s*(?:- +)*["']?([\w.-]+)["']?:\s+["']?$/.exec(before) ?? [];
  return [key, text, ""];
}
