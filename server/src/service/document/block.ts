import { indentOf, type Line, lineAt, lineBefore, linesOf } from "./lines.ts";
import type { Span } from "./span.ts";

/** The languages in which Hugo reads front matter. */
export type Format = "yaml" | "toml" | "json";

/** Where the front matter of a document stands. Offsets are UTF-16 code units from the start of the document. */
export interface Block {
  readonly format: Format;
  /** The three characters that open it; for JSON the `{`, which also belongs to the content. */
  readonly opener: Span;
  /** What lies between the delimiters. In YAML it starts right behind `---`, because Hugo reads the rest of that line. */
  readonly content: Span;
  /** The line that closes it, `undefined` where it is missing. */
  readonly closer: Span | undefined;
  /** Where the body starts. */
  readonly bodyStart: number;
}

/** A delimiter at the start of a line, to be looked for from where the content starts. */
const CLOSING = { yaml: /[\r\n]---/g, toml: /[\r\n]\+\+\+/g };

const OPENING = /^[ \t\r\n\uFEFF]*(---|\+\+\+|\{)/;

/**
 * Finds the front matter of a document by Hugo's rules (parser/pageparser): blank space and byte order marks may stand
 * before it; `---` may be followed by YAML on its own line; any line that starts with `---` in its first column ends it,
 * also inside a quoted or block scalar; `...` never does.
 *
 * Where the closing delimiter is missing, the content is what still looks like YAML, so that the rest of the text can be
 * told apart from it while the author types.
 *
 * @returns `undefined` where the document has no front matter
 */
export function findBlock(text: string): Block | undefined {
  const opening = OPENING.exec(text);
  const delimiter = opening?.[1];
  if (opening === null || delimiter === undefined) return undefined;
  const contentStart = opening[0].length;
  const opener = { start: contentStart - delimiter.length, end: contentStart };
  if (delimiter === "{") return findJsonBlock(text, opener);

  const format = delimiter === "---" ? "yaml" : "toml";
  const closing = CLOSING[format];
  closing.lastIndex = contentStart;
  if (closing.test(text)) {
    const { start, end, next } = lineAt(text, closing.lastIndex);
    return { format, opener, content: { start: contentStart, end: start }, closer: { start, end }, bodyStart: next };
  }
  const open: Block = {
    format,
    opener,
    content: { start: contentStart, end: text.length },
    closer: undefined,
    bodyStart: text.length,
  };
  return format === "yaml" ? withoutCloser(text, open) : open;
}

/**
 * The block that a YAML file is: its whole text, from the `---` that may open a document on, up to the `---` or `...` that
 * ends it, else to the end of the text.
 */
export function wholeBlock(text: string): Block {
  const start = DOCUMENT_START.exec(text)?.[0] ?? "";
  const opening = start.length;
  const opener = { start: opening - (start.endsWith("---") ? 3 : 0), end: opening };
  for (const line of linesOf(text, opening)) {
    if (line.start === opening || !/^(?:---|\.\.\.)(?:\s|$)/.test(line.text)) continue;
    const content = { start: opening, end: line.start };
    return { format: "yaml", opener, content, closer: { start: line.start, end: line.end }, bodyStart: line.next };
  }
  const end = text.length;
  return { format: "yaml", opener, content: { start: opening, end }, closer: { start: end, end }, bodyStart: end };
}

/** A byte order mark; then directives and comments, where `---` ends them. */
const DOCUMENT_START = /^\uFEFF?(?:(?:[ \t]*(?:#.*)?|%.*)(?:\r\n|\n|\r))*---(?=\s|$)|^\uFEFF/;

/** Whether what is typed at an offset becomes part of the content. */
export function isInContent({ content, closer }: Block, offset: number): boolean {
  const isOpenEnded = closer === undefined || closer.start === closer.end;
  return offset >= content.start && (isOpenEnded ? offset <= content.end : offset < content.end);
}

/** The block as it is if its closing delimiter is missing: what stands where one was found is a rule in the body. */
export function withoutCloser(text: string, block: Block): Block {
  const end = endOfYaml(text, block.content.start);
  return { ...block, content: { start: block.content.start, end }, closer: undefined, bodyStart: end };
}

/** Whether the line before the closing delimiter is one of front matter, as the line before a rule in the body is not. */
export function closesYaml(text: string, closer: Span): boolean {
  const line = lineBefore(text, closer.start);
  return line.text.trim() !== "" && looksLikeYaml(line, indentOf(line.text));
}

/** Whether the text from an offset on is a paragraph of Markdown or HTML, set off by a blank line. */
export function startsBody(text: string, offset: number): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)\s*(?:<|#{1,6} |(?:\S+[ \t]+){2}\S)/.test(text.slice(offset, offset + 2000));
}

/** JSON front matter ends with the brace that matches the first one; braces in strings do not count. */
function findJsonBlock(text: string, opener: Span): Block | undefined {
  let depth = 0;
  for (let at = opener.start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = closingQuote(text, at);
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) {
      const end = at + 1;
      return {
        format: "json",
        opener,
        content: { start: opener.start, end },
        closer: { start: at, end },
        bodyStart: end,
      };
    }
  }
  return undefined;
}

/** The offset of the quote that closes a JSON string; the end of the text where none does. */
function closingQuote(text: string, opener: number): number {
  let at = opener + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** How far an unclosed block can be YAML: up to the first line that only prose or HTML can be. */
function endOfYaml(text: string, from: number): number {
  let end = from;
  let blockIndent: number | undefined;
  let first = true;
  for (const line of linesOf(text, from)) {
    const indent = indentOf(line.text);
    const blank = line.text.trim() === "";
    if (blockIndent !== undefined && !blank && indent <= blockIndent) blockIndent = undefined;
    if (!first && !blank && blockIndent === undefined && !looksLikeYaml(line, indent)) break;
    if (/[:-][ \t]+[|>][-+0-9]*[ \t]*$/.test(line.text)) blockIndent = indent;
    if (!blank || first) end = line.next;
    first = false;
  }
  return end;
}

function looksLikeYaml(line: Line, indent: number): boolean {
  if (indent > 0 || line.text.startsWith("\t")) return true;
  return /^(?:[-?](?:\s|$)|#(?!#| [A-Z]).*|[\]}'"]|[A-Za-z_][\w.-]*\s*:|[A-Za-z_][\w-]{0,40}\s*$)/.test(line.text);
}
