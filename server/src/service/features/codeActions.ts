import type { Span, TextEdit } from "../document/span.ts";
import { overlaps } from "../document/span.ts";
import { messageOf } from "../rules/rule.ts";
import { type Diagnostic, toDiagnostic } from "./diagnostics.ts";
import type { Problem } from "./problems.ts";

/** A change that an editor offers for a diagnostic. */
export interface CodeAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one right answer, or the likeliest of several. At most one for each diagnostic. */
  readonly isPreferred: boolean;
  readonly diagnostic: Diagnostic;
}

/** What can be done about the problems that touch a span: the right answer first, then the choices, likeliest first. */
export function codeActionsFor(problems: readonly Problem[], span: Span): readonly CodeAction[] {
  return problems
    .filter(({ finding }) => overlaps(finding, span))
    .flatMap((problem) => {
      const { rule, finding } = problem;
      const diagnostic = toDiagnostic(problem);
      const fixes = [...(finding.fix === undefined ? [] : [finding.fix]), ...(finding.choices ?? [])];
      return fixes.map((fix, index) => ({
        title: messageOf(rule, fix.messageId, { ...finding.data, ...fix.data }),
        edits: fix.edits(),
        isPreferred: index === 0,
        diagnostic,
      }));
    });
}
