import { type ComposedEdits, composeEdits } from "../document/composedEdits.ts";
import type { TextEdit } from "../document/span.ts";
import { createSpanSet } from "../document/spanSet.ts";
import { yamlSyntax } from "../rules/yaml-syntax.ts";
import type { Problem } from "./problems.ts";

/** Each round may make room for the next: a missing key has one place, and three may be missing there. */
const MOST_ROUNDS = 200;

/** A text with more problems than an author makes is repaired in several steps, each a matter of moments. */
const MOST_AT_ONCE = 500;

/** How many problems are looked at in all rounds together: fewer rounds for a text that is nothing but problems. */
const MOST_LOOKED_AT = 15_000;

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
  let lookedAt = 0;
  for (let round = 0; round < MOST_ROUNDS && lookedAt < MOST_LOOKED_AT; round++) {
    lookedAt += problems.length;
    const answered = compatible(problems.filter((problem) => !futile.has(problem))).slice(0, mostAtOnce);
    const [first] = answered;
    if (first === undefined) break;
    const next = state.apply(answered.flatMap(({ edits }) => edits));
    const left = await problemsIn(next.text);
    const isInVain = judge(problems, left);
    if (answered.some(({ problem }) => isInVain(problem))) {
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
  const answered: Answered[] = [];
  const taken = createSpanSet();
  for (const problem of problems) {
    if (answered.length === MOST_AT_ONCE) break;
    const edits = problem.finding.fix?.edits() ?? [];
    if (edits.length === 0 || edits.some(taken.touches)) continue;
    for (const edit of edits) taken.add(edit);
    answered.push({ problem, edits });
  }
  return answered;
}

/**
 * Says which answers were in vain: the problem is still there, or the answer made the YAML less readable than it was.
 *
 * @param before the problems before the answers
 * @param after those behind them
 */
function judge(before: readonly Problem[], after: readonly Problem[]): (problem: Problem) => boolean {
  const [had, has] = [before, after].map(countsOf);
  const [syntaxBefore, syntaxAfter] = [before, after].map((problems) => problems.filter(isSyntax).length);
  return (problem) => {
    const identity = identityOf(problem);
    if ((has?.get(identity) ?? 0) >= (had?.get(identity) ?? 0)) return true;
    return (syntaxAfter ?? 0) > (syntaxBefore ?? 0);
  };
}

function isSyntax({ rule }: Problem): boolean {
  return rule.id === yamlSyntax.id;
}

/** How often each problem stands there. */
function countsOf(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const identity = identityOf(problem);
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
  }
  return counts;
}

/** What a problem says, wherever it stands. */
function identityOf({ rule, finding }: Problem): string {
  return JSON.stringify([rule.id, finding.messageId, finding.data]);
}
