import { type MarkdownParser, parser } from "@lezer/markdown";
import type { Span } from "../span.ts";
import type { BodyFault } from "./bodyFault.ts";
import { unsafeSchemeOf } from "./unsafeUrl.ts";

/** A body, read as Markdown. */
export interface Markdown {
  /** Its HTML in its place, and blanks in the place of all else, so that no offset moves. */
  readonly html: string;
  /** What is wrong in the Markdown itself. */
  readonly faults: readonly BodyFault[];
  /** The addresses in the Markdown itself, without the brackets around them. */
  readonly urls: readonly Span[];
}

/**
 * Reads a body as CommonMark, which Hugo's goldmark follows.
 *
 * @returns `undefined` where reading takes too long
 */
export function readMarkdown(text: string): Markdown | undefined {
  if (TOO_DEEP.test(text)) return undefined;
  const { bounded, isExhausted } = boundedParser();
  // The parser knows no line break but `\n`.
  const tree = bounded.parse(text.replace(/\r\n|\r/g, (eol) => (eol === "\r" ? "\n" : " \n")));
  if (isExhausted()) return undefined;
  const html: { start: number; end: number }[] = [];
  const faults: BodyFault[] = [];
  const urls: Span[] = [];
  tree.iterate({
    enter({ name, from: start, to: end, node }) {
      const last = html.at(-1);
      if (HTML.has(name)) {
        html.push({ start, end });
      } else if (name === "QuoteMark" && last !== undefined && start < last.end) {
        // The mark of a quote at the start of a line is no part of the HTML that goes on behind it.
        html.push({ start: end, end: last.end });
        last.end = start;
      } else if (name === "URL") {
        urls.push(withoutBrackets(text, { start, end }));
        faults.push(...unsafeUrl(text, { start, end }));
      } else if (name === "Image") {
        const url = node.getChild("URL");
        // One that refers to a definition may be none, and then it is text.
        if (url === null) return true;
        urls.push(withoutBrackets(text, { start: url.from, end: url.to }));
        const altEnd = node.getChildren("LinkMark")[1]?.from ?? end;
        faults.push(
          ...imageWithoutAlt(text, { start, end }, altEnd),
          ...unsafeUrl(text, { start: url.from, end: url.to }),
        );
        // What stands between its brackets becomes plain text.
        return false;
      }
      return true;
    },
  });
  return { html: onlySpans(text, html), faults, urls };
}

/** The names of what goes to the page as it stands. */
const HTML: ReadonlySet<string> = new Set([
  "HTMLBlock",
  "HTMLTag",
  "CommentBlock",
  "Comment",
  "ProcessingInstructionBlock",
  "ProcessingInstruction",
]);

/** So many quotes and lists that open on one line, one in the other, are no author's work, and slow to read. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){40}/m;

/** Inside a paragraph each bracket may look back for its fellow: the time may grow with the square of its length. */
const MOST_WORK = (20 * 1024) ** 2;

/** A parser that gives up when the paragraphs of its text are too long together. */
function boundedParser(): { readonly bounded: MarkdownParser; isExhausted(): boolean } {
  let work = 0;
  const bounded = parser.configure({
    parseInline: [
      {
        name: "Bound",
        before: "Escape",
        parse(context, _character, at) {
          if (at === context.offset) work += (context.end - at) ** 2;
          return work > MOST_WORK ? context.end : -1;
        },
      },
    ],
  });
  return { bounded, isExhausted: () => work > MOST_WORK };
}

function* imageWithoutAlt(text: string, { start, end }: Span, altEnd: number): Generator<BodyFault> {
  const altStart = start + "![".length;
  if (text.slice(altStart, altEnd).trim() !== "") return;
  yield { kind: "markdownImage", name: "image", start, end, repair: { start: altStart, end: altEnd } };
}

function* unsafeUrl(text: string, { start, end }: Span): Generator<BodyFault> {
  const span = withoutBrackets(text, { start, end });
  const name = unsafeSchemeOf(unescaped(text.slice(span.start, span.end)));
  if (name !== undefined) yield { kind: "unsafeUrl", name, ...span, repair: undefined };
}

function withoutBrackets(text: string, { start, end }: Span): Span {
  return text[start] === "<" ? { start: start + 1, end: end - 1 } : { start, end };
}

/** An address as CommonMark reads it: backslashes escape punctuation, and references stand for characters. */
function unescaped(address: string): string {
  return address.replace(
    /\\([!-/:-@[-`{-~])|&#(\d{1,7});|&#x([\da-f]{1,6});|&(tab|newline|colon);/gi,
    (_whole, escaped?: string, decimal?: string, hex?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      if (name !== undefined) return name.toLowerCase() === "colon" ? ":" : "\t";
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
    },
  );
}

function onlySpans(text: string, spans: readonly Span[]): string {
  let result = "";
  for (const { start, end } of spans) result += " ".repeat(start - result.length) + text.slice(start, end);
  return result;
}
