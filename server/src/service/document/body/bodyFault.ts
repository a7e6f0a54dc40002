import type { Span } from "../span.ts";

/** What can be wrong with HTML and Markdown on any site. */
export type BodyFaultKind =
  /** Code that runs when the page opens. */
  | "script"
  /** A document inside the page that may run code as the page itself. */
  | "srcdoc"
  /** Changes where every relative link of the page leads. */
  | "base"
  /** Sends the reader to another page. */
  | "refresh"
  /** Content for a plug-in. */
  | "plugin"
  | "eventHandler"
  | "unsafeUrl"
  /** An image without a text for those who do not see it, as HTML or as Markdown has it. */
  | "htmlImage"
  | "markdownImage";

export interface BodyFault extends Span {
  readonly kind: BodyFaultKind;
  /** The element, the attribute or the URL's scheme, in lower case. */
  readonly name: string;
  /** What to remove, or what to replace by the text that is missing; `undefined` where neither is the answer. */
  readonly repair: Span | undefined;
}
