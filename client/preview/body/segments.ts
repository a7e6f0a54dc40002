/** A stretch of Markdown that can be read by itself. */
export interface Segment {
  readonly text: string;
  /** The line on which it starts, from 0. */
  readonly line: number;
}

/**
 * Cuts Markdown where what stands before a blank line has no say in what comes behind it, so that only the stretch that
 * somebody types in has to be read anew. Where in doubt it does not cut.
 *
 * @param text with `\n` as its line breaks
 */
export function segmentsOf(text: string): readonly Segment[] {
  if (REACHES_FAR.test(text)) return [{ text, line: 0 }];
  const segments: Segment[] = [];
  let start = 0;
  let startLine = 0;
  let line = 0;
  let isBehindBlank = false;
  let mayBeHtml = false;
  let fence = "";
  let opened: Opened = NOTHING_OPEN;
  for (let at = 0; at < text.length; line++) {
    const found = text.indexOf("\n", at);
    const end = found === -1 ? text.length : found;
    const content = text.slice(at, end);
    if (isBehindBlank && fence === "" && opened === NOTHING_OPEN && STARTS_ANEW.test(content)) {
      segments.push({ text: text.slice(start, at), line: startLine });
      [start, startLine] = [at, line];
    }
    const [marks = ""] = FENCE.exec(content) ?? [];
    // Up to the next blank line HTML that starts a line is HTML, fences and all.
    mayBeHtml = (mayBeHtml && !isBehindBlank) || content.trimStart().startsWith("<");
    if (fence === "") fence = marks !== "" && mayBeHtml ? NEVER_CLOSED : marks;
    else if (marks.startsWith(fence) && content.trim() === marks) fence = "";
    if (fence === "" && (opened !== NOTHING_OPEN || content.includes("<"))) opened = openAfter(content, opened);
    isBehindBlank = content.trim() === "";
    at = end + 1;
  }
  segments.push({ text: text.slice(start), line: startLine });
  return segments;
}

/** Definitions of links and footnotes, which count everywhere; lists of definitions; fences that may belong to a list. */
const REACHES_FAR = /^[ \t>]*\[[^\]\n]+\]:|\^\[|^ {0,3}[:~][ \t]|^[ \t]+(?:```|~~~)/m;

/** A heading, a paragraph, a quote, a table or HTML at the very start of a line: neither goes on with a list before it. */
const STARTS_ANEW = /^(?:[\p{L}"“'(|>[]|#{1,6}[ \t]|!\[|<)/u;

/** A fence in HTML is none, and then nobody knows here which of those below are. */
const NEVER_CLOSED = "<";

const FENCE = /^(?:`{3,}|~{3,})/;

/** What HTML is open: elements, the outermost first, or what is no HTML inside by how it ends. */
interface Opened {
  readonly elements: readonly string[];
  readonly until: string;
}

const NOTHING_OPEN: Opened = { elements: [], until: "" };

/** What is open behind a line. An element that is closed nowhere is open to the end: browsers close it there. */
function openAfter(content: string, before: Opened): Opened {
  const elements = [...before.elements];
  let { until } = before;
  for (const [mark, start, slash, name = "", empty] of content.matchAll(MARKS)) {
    const element = name.toLowerCase();
    if (until !== "") {
      if (mark.toLowerCase().startsWith(until)) until = "";
    } else if (start !== undefined) until = ENDS[start] ?? ">";
    else if (slash !== undefined) elements.length = Math.max(0, indexOfLast(elements, element));
    else if (NO_HTML_INSIDE.has(element)) until = `</${element}`;
    else if (name !== "" && !CLOSED_BY_ITSELF.has(element) && empty === undefined) elements.push(element);
  }
  return elements.length === 0 && until === "" ? NOTHING_OPEN : { elements, until };
}

/** Where an element that is closed was opened; the end of the list for one that was not. */
function indexOfLast(elements: readonly string[], element: string): number {
  const index = elements.lastIndexOf(element);
  return index === -1 ? elements.length : index;
}

const MARKS = /(<!--|<\?|<!\[|<!)|<(\/)?([a-z][\w-]*)(?:[^<>]*?(\/)(?=>))?|-->|\?>|\]\]>|>/gi;

/** How comments and their like end; a declaration at the next bracket. */
const ENDS: { readonly [start: string]: string } = { "<!--": "-->", "<?": "?>", "<![": "]]>" };

/** CommonMark ends these at their own end only, whatever blank lines are in them. */
const NO_HTML_INSIDE: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);

/** Elements without an end, and those that the next of their kind ends. */
const CLOSED_BY_ITSELF: ReadonlySet<string> = new Set(
  "area base br col dd dt embed hr img input li link meta p param source td th tr track wbr".split(" "),
);
