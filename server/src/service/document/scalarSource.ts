import { type Line, lineAt } from "./lines.ts";
import type { Scalar } from "./node.ts";
import { SHORT_ESCAPES as SHORT_ESCAPE_OF } from "./scalarFolding.ts";
import type { Span } from "./span.ts";

/**
 * Says where the text of a scalar was written: for each of its UTF-16 code units the characters of the document that made
 * it. An escape or `''` makes one from several; a folded line break, with the blanks around it, makes a space.
 *
 * @returns `undefined` where the text was written in a way this does not follow
 */
export function sourceOf(text: string, node: Scalar): readonly Span[] | undefined {
  for (const { value, spans } of readings(text, node)) if (value === node.text) return spans;
  return undefined;
}

/** An indentation that no line of blanks reaches. */
const MOST_BLANKS = Number.MAX_SAFE_INTEGER;

/** A text that comes into being, with the source of each code unit. */
interface Reading {
  value: string;
  readonly spans: Span[];
}

function* readings(text: string, node: Scalar): Generator<Reading> {
  const { style, start, end } = node;
  if (style === "plain") yield readFlow(text, { start, end }, style);
  else if (style === "single" || style === "double") yield readFlow(text, { start: start + 1, end: end - 1 }, style);
  else {
    const lines = blockLines(text, node);
    const [header] = lines;
    const first = lines.slice(1).find((line) => line.text.trim() !== "");
    if (header === undefined) return;
    const deepest = first === undefined ? MOST_BLANKS : first.text.length - first.text.trimStart().length;
    // How deep the text is indented, its first line shows; where a digit says it, that counts from what is above.
    const least = /^.[+-]?[1-9]/.test(text.slice(start, header.end)) && first !== undefined ? 1 : deepest;
    for (let indent = deepest; indent >= least; indent--)
      yield readBlock(text, node, { lines: lines.slice(1), indent });
  }
}

const BLANKS = /[ \t]+/y;
const FOLD = /[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*[ \t]*/y;
const ESCAPED_BREAK = /\\(?:\r\n|\n|\r)[ \t]*/y;
const ESCAPE = /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/suy;

function readFlow(text: string, { start, end }: Span, style: "plain" | "single" | "double"): Reading {
  const reading: Reading = { value: "", spans: [] };
  for (let at = start; at < end; ) {
    const isDouble = style === "double";
    const blanks = matchAt(BLANKS, text, at) ?? "";
    const fold = /[\r\n]/.test(text.charAt(at + blanks.length)) ? matchAt(FOLD, text, at) : undefined;
    if (blanks !== "" && fold === undefined) {
      for (let end = at + blanks.length; at < end; at++) put(reading, text.charAt(at), { start: at, end: at + 1 });
      continue;
    }
    const skipped = isDouble ? matchAt(ESCAPED_BREAK, text, at) : undefined;
    const special =
      (isDouble ? matchAt(ESCAPE, text, at) : undefined) ??
      (style === "single" && text.startsWith("''", at) ? "''" : undefined);
    const source = fold ?? skipped ?? special ?? text.charAt(at);
    if (fold !== undefined) putFold(reading, fold, at);
    else if (skipped === undefined)
      put(reading, special === undefined ? source : unescaped(special), { start: at, end: at + source.length });
    at += source.length;
  }
  return reading;
}

/** One break is a space; of several the first goes and the others stay (YAML 1.2, 6.5). */
function putFold(reading: Reading, fold: string, start: number): void {
  const ends = [...fold.matchAll(/\r\n|\n|\r/g)].map((match) => start + match.index + match[0].length);
  const end = start + fold.length;
  if (ends.length === 1) put(reading, " ", { start, end });
  let from = start;
  for (const [index, breakEnd] of ends.entries()) {
    if (index === 0) continue;
    const to = index === ends.length - 1 ? end : breakEnd;
    put(reading, "\n", { start: from, end: to });
    from = to;
  }
}

/** The lines of a block scalar, that of its indicator first. */
function blockLines(text: string, { start, end }: Span): readonly Line[] {
  const lines: Line[] = [];
  for (let at = start; at <= end; ) {
    const line = lineAt(text, at);
    lines.push(line);
    if (line.next === line.end) break;
    at = line.next;
  }
  return lines;
}

function readBlock(
  text: string,
  { style, start }: Scalar,
  { lines, indent }: { readonly lines: readonly Line[]; readonly indent: number },
): Reading {
  const reading: Reading = { value: "", spans: [] };
  let breaks: Span[] = [];
  let before: "nothing" | "words" | "indented" = "nothing";
  for (const line of lines) {
    const lineBreak = { start: line.end, end: line.next };
    if (line.text.length <= indent) {
      breaks.push(lineBreak);
      continue;
    }
    const contentStart = line.start + indent;
    const here = /[ \t]/.test(text[contentStart] ?? "") ? "indented" : "words";
    const isFolded = style === "folded" && before === "words" && here === "words";
    putBreaks(reading, breaks, { isFolded, contentStart });
    for (let at = contentStart; at < line.end; at++) put(reading, text[at] ?? "", { start: at, end: at + 1 });
    breaks = [lineBreak];
    before = here;
  }
  const chomping = /^.[1-9]?([+-]?)/.exec(text.slice(start, start + 3))?.[1];
  const kept = chomping === "-" ? [] : chomping === "+" ? breaks : breaks.slice(0, 1);
  for (const span of kept) put(reading, "\n", span);
  return reading;
}

/** The breaks between two lines with text; the last takes the indentation behind it with it. */
function putBreaks(
  reading: Reading,
  breaks: readonly Span[],
  { isFolded, contentStart }: { readonly isFolded: boolean; readonly contentStart: number },
): void {
  for (const [index, span] of breaks.entries()) {
    const end = index === breaks.length - 1 ? contentStart : span.end;
    if (!isFolded) put(reading, "\n", { start: span.start, end });
    else if (breaks.length === 1) put(reading, " ", { start: span.start, end });
    else if (index > 0) put(reading, "\n", { start: index === 1 ? (breaks[0]?.start ?? 0) : span.start, end });
  }
}

/** Adds characters that one stretch of the document made together. */
function put(reading: Reading, characters: string, span: Span): void {
  reading.value += characters;
  for (let unit = 0; unit < characters.length; unit++) reading.spans.push(span);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ...[...SHORT_ESCAPE_OF].map(([character, written]) => [written.slice(1), character] as const),
  ["_", "\xA0"],
]);

/** What an escape stands for; `''` stands for its second character, as `\"` and `\/` do. */
function unescaped(written: string): string {
  const code = /^\\[xuU]([0-9A-Fa-f]{2,})$/.exec(written)?.[1];
  if (code === undefined) return SHORT_ESCAPES.get(written.slice(1)) ?? written.slice(1);
  const codePoint = Number.parseInt(code, 16);
  return codePoint > 0x10_ffff ? "" : String.fromCodePoint(codePoint);
}
