import { composeEdits } from "../document/composedEdits.ts";
import { overlaps, type TextEdit } from "../document/span.ts";
import type { Problem } from "./problems.ts";

/** Each round may make room for the next: a missing key has one place, and three may be missing there. */
const MOST_ROUNDS = 60;

/**
 * Applies every right answer until nothing changes: of those that touch each other one in each round, the first.
 *
 * @param problemsIn finds the problems of a text
 * @returns edits of `text` that do not touch each other
 */
export function fixAll(text: string, problemsIn: (text: string) => readonly Problem[]): readonly TextEdit[] {
  let state = composeEdits(text);
  const seen = new Set<string>([text]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = compatibleEdits(problemsIn(state.text));
    if (edits.length === 0) break;
    const next = state.apply(edits);
    // Answers that undo each other would go round for ever.
    if (seen.has(next.text)) break;
    seen.add(next.text);
    state = next;
  }
  return state.edits;
}

function compatibleEdits(problems: readonly Problem[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { finding } of problems) {
    const edits = finding.fix?.edits() ?? [];
    if (edits.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    taken.push(...edits);
  }
  return taken;
}
