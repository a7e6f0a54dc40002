import type { FrontMatter } from "../frontMatter.ts";
import { isBlankBody } from "./blankBody.ts";
import type { BodyFault } from "./bodyFault.ts";

/** What follows the front matter: HTML or Markdown. */
export interface Body {
  /** Where it starts, in UTF-16 code units from the start of the document. */
  readonly start: number;
  readonly text: string;
  /** Whether a reader sees nothing of it. */
  readonly isBlank: boolean;
  /** Its faults, with offsets from its own start; `undefined` where it is more than can be read between two keys. */
  readonly faults: readonly BodyFault[] | undefined;
}

/**
 * Reads the body of a document whose front matter is closed. The readers of HTML and Markdown are only loaded when there
 * may be something for them to find.
 *
 * @param before the body of the version before: where the text is the same it is not read again
 * @returns `undefined` where nobody can tell what the body is
 */
export async function readBody(
  text: string,
  frontMatter: FrontMatter | undefined,
  before: Body | undefined,
): Promise<Body | undefined> {
  if (frontMatter === undefined || frontMatter.unread !== undefined || frontMatter.block.closer === undefined)
    return undefined;
  const start = frontMatter.block.bodyStart;
  const bodyText = text.slice(start);
  if (before?.text === bodyText) return { ...before, start };
  return { start, text: bodyText, isBlank: isBlankBody(bodyText), faults: await faultsIn(bodyText) };
}

/** The faults of a body, with offsets from the start of the document. */
export function* faultsOf({ start, faults = [] }: Body): Generator<BodyFault> {
  for (const fault of faults) {
    const { repair } = fault;
    yield {
      ...fault,
      start: start + fault.start,
      end: start + fault.end,
      repair: repair && { start: start + repair.start, end: start + repair.end },
    };
  }
}

/**
 * Whether a text may hold a fault. It knows neither comments nor code, so it says yes too often, and never no where there
 * is a fault.
 */
export function isSuspect(text: string): boolean {
  return SUSPECT.test(text);
}

/** Letters between which browsers skip tabs and line breaks. */
function loose(letters: string): string {
  return letters.split("").join("[\\t\\n\\r]*");
}

const SUSPECT = new RegExp(
  [
    "<(?:base|embed|img|meta|object|script)(?![a-z])",
    "!\\[",
    "[\\s\"'/>]on[a-z]{3,}[\\s>]*=",
    "srcdoc",
    `${loose("script")}[\\t\\n\\r]*\\\\?:`,
    `${loose("data")}[\\t\\n\\r]*\\\\?:`,
    // References to what a URL's scheme is made of: letters, the colon, and what browsers skip.
    "&#x?0*(?:9|a|d|1[03]|3a|58|[4-7][0-9a-f]|[6-9][0-9]|1[0-2][0-9])(?![0-9])",
    "&(?:tab|newline|colon);",
  ].join("|"),
  "i",
);

async function faultsIn(text: string): Promise<readonly BodyFault[] | undefined> {
  if (!isSuspect(text)) return [];
  const { findBodyFaults } = await import("./bodyFaults.ts");
  return findBodyFaults(text);
}
