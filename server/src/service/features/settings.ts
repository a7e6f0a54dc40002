import type { InlayHintSettings } from "./inlayHints.ts";
import type { Severities } from "./problems.ts";
import type { AddAlias } from "./refactorings/refactorings.ts";

/** What a user's settings say for a document; they come before the site's own configuration. */
export interface Settings {
  /** Nothing is said about a document for which this is off. */
  readonly enable: boolean;
  readonly rules: Severities;
  /** Whether the use of topics is shown above them; it is unless this says otherwise. */
  readonly codeLens?: boolean;
  /** Whether an article whose address changes gets an alias by which it is still found at the old one; `ask` without. */
  readonly addAlias?: AddAlias;
  /** Which hints are shown in the text; all that are not named. */
  readonly inlayHints?: Partial<InlayHintSettings>;
}
