import type { Path } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import type { Article } from "../model/article.ts";
import type { Severity } from "../model/severities.ts";
import type { NamedRule, Suppression } from "../model/suppression.ts";

/** Text that fills the gaps of a message. */
export type MessageData = { readonly [name: string]: string };

/** A change that an editor may offer. Its title is a message of the rule. */
export interface Fix<MessageId extends string> {
  readonly messageId: MessageId;
  readonly data?: MessageData;
  /** Offsets refer to the text that was checked. Worked out only when somebody asks. */
  edits(): readonly TextEdit[];
}

/** Another place in the same text that explains a problem. */
export interface Related<MessageId extends string> extends Span {
  readonly messageId: MessageId;
  readonly data?: MessageData;
}

/** A place in another file of the site that explains a problem. Rules know facts, no places: it is looked up later. */
export interface Elsewhere<MessageId extends string> {
  /** The file, below the site's root. */
  readonly file: string;
  /** The key there, or an item of its list; without one the start of the file. */
  readonly path: Path;
  readonly messageId: MessageId;
  readonly data?: MessageData;
}

/** What a rule finds: where, which message, and what can be done. */
export interface Finding<MessageId extends string> extends Span {
  readonly messageId: MessageId;
  readonly data?: MessageData;
  /** The one right answer, which fix-all applies. */
  readonly fix?: Fix<MessageId> | undefined;
  /** Answers of which an author must choose one, the likeliest first. */
  readonly choices?: readonly Fix<MessageId>[];
  readonly related?: readonly Related<MessageId>[];
  readonly elsewhere?: readonly Elsewhere<MessageId>[];
  /** Where this finding weighs less or more than others of its rule; what users and sites say of the rule comes first. */
  readonly severity?: Severity;
  /** How an editor may show it besides its severity. */
  readonly tag?: "unnecessary" | "deprecated";
}

/** A short article that a rule's documentation shows and its test runs, checked as `path` in a small site. */
export interface Example {
  readonly path?: string;
  readonly bad: string;
  /** Other files of the site that the fault needs: texts by paths. */
  readonly beside?: { readonly [path: string]: string };
  /** The text after fix-all; absent where the rule leaves the answer to the author. */
  readonly fixed?: string;
}

/** What is known once all rules have run that can be suppressed. */
export interface Outcome {
  /** Every rule there is. */
  readonly rules: readonly RuleDescription[];
  readonly suppressions: readonly Suppression[];
  /**
   * Whether it is certain that a suppression, or one of the rules it names, suppresses nothing. It is not where a rule is
   * switched off, the site is not read to its end or the front matter cannot be: what would be found then, nobody knows.
   */
  isUnused(suppression: Suppression, named?: NamedRule): boolean;
}

/** One check: data that says what it is about, and one function. */
export interface Rule<MessageId extends string = string, Subject = Article> extends RuleDescription<MessageId> {
  check(subject: Subject, outcome: Outcome): Iterable<Finding<MessageId>>;
}

/** What a rule says of itself. */
export interface RuleDescription<MessageId extends string = string> {
  /** Readable, in kebab case; the `code` of its diagnostics. */
  readonly id: string;
  /** One sentence: what holds where the rule is content. */
  readonly summary: string;
  /** What goes wrong on the site otherwise. */
  readonly why: string;
  readonly severity: Severity;
  /** Every text of the rule; `{name}` is filled from the finding's data. */
  readonly messages: { readonly [Id in MessageId]: string };
  readonly examples: readonly Example[];
  /** False where no comment holds it back. Such a rule runs after the others, and may ask what came of them. */
  readonly isSuppressible?: false;
  /** True where it looks at other pages of the site: it finds nothing until all are read. */
  readonly isAboutSite?: true;
  /** True where it is about what the other rules have found, those that look at other pages too. */
  readonly isAboutFindings?: true;
}

/** Ties the message ids of a rule's findings to its messages, so that a misspelt one does not compile. */
export function defineRule<MessageId extends string, Subject = Article>(
  rule: Rule<MessageId, Subject>,
): Rule<MessageId, Subject> {
  return rule;
}

/** A message with its gaps filled. */
export function messageOf(rule: RuleDescription, messageId: string, data: MessageData = {}): string {
  return (rule.messages[messageId] ?? messageId).replace(/\{(\w+)\}/g, (gap, name: string) => data[name] ?? gap);
}
