import { type ComposedEdits, composeEdits } from "../document/composedEdits.ts";
import { overlaps, type TextEdit } from "../document/span.ts";
import { yamlSyntax } from "../rules/yaml-syntax.ts";
import type { Problem } from "./problems.ts";

/** Each round may make room for the next: a missing key has one place, and three may be missing there. */
const MOST_ROUNDS = 200;

/**
 * Applies every right answer until nothing changes: of those that touch each other one in each round, the first. An answer
 * that does not end its problem, as may be where a text is beyond recognition, is not given.
 *
 * @param problemsIn finds the problems of a text
 * @returns edits of `text` that do not touch each other
 */
export async function fixAll(
  text: string,
  problemsIn: (text: string) => Promise<readonly Problem[]>,
): Promise<readonly TextEdit[]> {
  let state: ComposedEdits = composeEdits(text);
  let problems = await problemsIn(text);
  const passed: ComposedEdits[] = [state];
  let futile = new Set<Problem>();
  let mostAtOnce = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answered = compatible(problems.filter((problem) => !futile.has(problem))).slice(0, mostAtOnce);
    const [first] = answered;
    if (first === undefined) break;
    const next = state.apply(answered.flatMap(({ edits }) => edits));
    const left = await problemsIn(next.text);
    if (answered.some(({ problem }) => isInVain(problem, problems, left))) {
      // One of them is to blame: from here on one by one.
      if (answered.length === 1) futile.add(first.problem);
      mostAtOnce = 1;
      continue;
    }
    const turn = passed.findIndex((before) => before.text === next.text);
    // Answers that undo each other would go round for ever. All on the round end alike, so a second run changes nothing.
    if (turn !== -1) return passed.slice(turn).reduce((a, b) => (b.text < a.text ? b : a)).edits;
    passed.push(next);
    [state, problems, futile, mostAtOnce] = [next, left, new Set<Problem>(), Number.POSITIVE_INFINITY];
  }
  return state.edits;
}

interface Answered {
  readonly problem: Problem;
  readonly edits: readonly TextEdit[];
}

/** The problems that can be answered at once, with their answers. */
function compatible(problems: readonly Problem[]): readonly Answered[] {
  const taken: Answered[] = [];
  for (const problem of problems) {
    const edits = problem.finding.fix?.edits() ?? [];
    const isTaken = edits.some((edit) => taken.some((other) => other.edits.some((span) => overlaps(edit, span))));
    if (edits.length > 0 && !isTaken) taken.push({ problem, edits });
  }
  return taken;
}

/** Whether a problem is still there after its answer, or its answer made the YAML less readable than it was. */
function isInVain(problem: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const isSame = (other: Problem) => identityOf(other) === identityOf(problem);
  const isSyntax = ({ rule }: Problem) => rule.id === yamlSyntax.id;
  if (countOf(after, isSame) >= countOf(before, isSame)) return true;
  return countOf(after, isSyntax) > countOf(before, isSyntax);
}

function countOf(problems: readonly Problem[], isCounted: (problem: Problem) => boolean): number {
  return problems.filter(isCounted).length;
}

/** What a problem says, wherever it stands. */
function identityOf({ rule, finding }: Problem): string {
  return JSON.stringify([rule.id, finding.messageId, finding.data]);
}
