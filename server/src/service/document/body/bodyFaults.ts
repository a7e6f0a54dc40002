import type { BodyFault } from "./bodyFault.ts";
import { htmlFaults } from "./htmlFaults.ts";
import { readMarkdown } from "./markdown.ts";
import { withoutShortcodes } from "./shortcodes.ts";

/**
 * Finds what is wrong in a body, with parsers for Markdown and HTML: what stands in code or in a comment is text.
 *
 * @returns the faults in the order of the text, with offsets from the start of the body; `undefined` where reading takes
 * longer than an author waits
 */
export function findBodyFaults(text: string): readonly BodyFault[] | undefined {
  if (text.length > LARGEST) return undefined;
  const content = withoutShortcodes(text);
  const markdown = readMarkdown(content);
  if (markdown === undefined) return undefined;
  return [...markdown.faults, ...htmlFaults(markdown.html)]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ kind }, index) => index < MOST_FAULTS || kind === "eventHandler");
}

/** Nobody mends more before the next look; but event handlers are repaired all at once. */
const MOST_FAULTS = 100;

/** Far more than any article has; a page of a book has 2 KB. */
const LARGEST = 128 * 1024;
