import type { Path } from "../document/node.ts";
import type { PageFacts } from "../model/facts.ts";
import type { Elsewhere } from "./rule.ts";

/** Nobody looks at more places than these of one problem, and each is a file to be read. */
const MOST_PLACES = 5;

/** The places in other pages that explain a problem, those of the first few. */
export function elsewhereAt<MessageId extends string>(
  pages: readonly PageFacts[],
  path: Path,
  messageId: MessageId,
): readonly Elsewhere<MessageId>[] {
  return pages.slice(0, MOST_PLACES).map((page) => ({ file: page.path, path, messageId }));
}

/** Which message is about so many pages. */
export function howMany({ length }: readonly PageFacts[]): "one" | "several" {
  return length === 1 ? "one" : "several";
}

/** How many pages messages say there are: where there are very many, only some of them are known. */
export function countOf({ length }: readonly PageFacts[]): string {
  return length > 99 ? "More than 99" : String(length);
}
