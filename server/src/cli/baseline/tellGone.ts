import { oneLine, printable } from "../printable.ts";
import type { Terminal } from "../terminal.ts";
import type { GoneProblem } from "./baseline.ts";

/** So many problems that are gone are named. */
const MOST_NAMED = 20;

/** Says which problems that a baseline knows are no longer there. */
export function tellGone(
  gone: readonly GoneProblem[],
  baseline: string,
  { complain }: Pick<Terminal, "complain">,
): void {
  if (gone.length === 0) return;
  const problems = gone.length === 1 ? "1 problem is gone" : `${gone.length} problems are gone`;
  complain(`curated-content: ${problems} that ${baseline} knows; --update-baseline has it forget:`);
  for (const { name, message, rule } of gone.slice(0, MOST_NAMED)) {
    complain(`  ${printable(name)}: ${oneLine(message)} (${rule})`);
  }
  if (gone.length > MOST_NAMED) complain(`  and ${gone.length - MOST_NAMED} more`);
}
