import type { Span, TextEdit } from "../document/span.ts";
import type { Severity } from "../model/severities.ts";
import { messageOf } from "../rules/rule.ts";
import type { Problem } from "./problems.ts";
import { pageOf } from "./ruleText.ts";

/** A problem in words, as LSP's diagnostics and the command line show it. */
export interface Diagnostic extends Span {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  /** The address of the rule's page. */
  readonly href: string;
  readonly tag?: "unnecessary" | "deprecated";
  readonly related: readonly RelatedPlace[];
  /** The one right answer, where there is one: what `check --fix` and `source.fixAll.curatedContent` apply. */
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
}

/** Another place that explains a diagnostic. */
export interface RelatedPlace extends Span {
  readonly message: string;
  /** The file it is in, where that is another one, with its text, which the offsets count in. */
  readonly document?: { readonly uri: string; readonly text: string };
}

export function toDiagnostic({ rule, finding, severity }: Problem): Diagnostic {
  const { start, end, messageId, data, related = [], tag, fix } = finding;
  return {
    ruleId: rule.id,
    messageId,
    severity,
    message: messageOf(rule, messageId, data),
    href: pageOf(rule),
    start,
    end,
    ...(tag === undefined ? {} : { tag }),
    related: related.map((place) => ({
      start: place.start,
      end: place.end,
      message: messageOf(rule, place.messageId, { ...data, ...place.data }),
    })),
    fix: fix && {
      title: messageOf(rule, fix.messageId, { ...data, ...fix.data }),
      // Worked out only when somebody asks, because diagnostics are made at every keystroke.
      get edits() {
        return fix.edits();
      },
    },
  };
}
