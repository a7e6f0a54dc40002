import type { Span, TextEdit } from "../document/span.ts";
import { overlaps } from "../document/span.ts";
import { type Article, isArticle } from "../model/article.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { messageOf } from "../rules/rule.ts";
import { type Diagnostic, toDiagnostic } from "./diagnostics.ts";
import { isHarmless } from "./harmless.ts";
import type { Problem } from "./problems.ts";
import { suppressingOf } from "./suppressing.ts";

/** A change that an editor offers for a diagnostic. */
export interface CodeAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one right answer, or the likeliest of several. At most one for each diagnostic. */
  readonly isPreferred: boolean;
  readonly diagnostic: Diagnostic;
}

/**
 * What can be done about the problems that touch a span: for each the right answer first, then the choices, likeliest first;
 * behind all of these, the comments that suppress them.
 */
export function codeActionsFor(
  document: StructuredDocument,
  problems: readonly Problem[],
  span: Span,
): readonly CodeAction[] {
  const touched = problems.filter(({ finding }) => overlaps(finding, span)).slice(0, MOST_PROBLEMS);
  const actions = [...touched.flatMap(fixesFor), ...(isArticle(document) ? suppressingActions(document, touched) : [])];
  return actions.filter(({ edits }) => isHarmless(document, edits));
}

/** Nobody reads a longer menu, and each entry of it costs. */
const MOST_PROBLEMS = 100;

function fixesFor(problem: Problem): readonly CodeAction[] {
  const { rule, finding } = problem;
  const diagnostic = toDiagnostic(problem);
  const fixes = [...(finding.fix === undefined ? [] : [finding.fix]), ...(finding.choices ?? [])];
  return fixes.map((fix, index) => ({
    title: messageOf(rule, fix.messageId, { ...finding.data, ...fix.data }),
    edits: fix.edits(),
    isPreferred: index === 0,
    diagnostic,
  }));
}

/** What is the same for several problems, as for all missing keys, is offered once. */
function suppressingActions(article: Article, problems: readonly Problem[]): readonly CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const problem of problems) {
    for (const { title, edit } of suppressingOf(article, problem)) {
      const id = `${edit.start} ${title}`;
      if (actions.has(id)) continue;
      actions.set(id, { title, edits: [edit], isPreferred: false, diagnostic: toDiagnostic(problem) });
    }
  }
  return [...actions.values()];
}
