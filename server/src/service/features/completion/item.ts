import type { TextEdit } from "../../document/span.ts";

/** So many are offered at most. With as many, what is typed next may bring others. */
export const MOST_COMPLETIONS = 2000;

/** Something that can be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: "key" | "value" | "topic" | "derived";
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly sortText: string;
  /** What typed text is compared with, where that is not the label. */
  readonly filterText?: string;
  /** Plain text for the place; it spans one line, the cursor's. */
  readonly edit: TextEdit;
  /** The same in LSP's snippet syntax, with places to fill. Further lines are indented as they should stand. */
  readonly snippet?: string;
  /** Whether the next thing to type can be completed as well. */
  readonly suggestsNext?: boolean;
}
