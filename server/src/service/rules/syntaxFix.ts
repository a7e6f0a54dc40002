import { indentOf, lineAt, lineBreakOf, linesOf } from "../document/lines.ts";
import { locate } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import type { SyntaxProblem } from "../document/syntaxProblem.ts";
import type { Article } from "../model/article.ts";

type Title = "quoteIt" | "closeIt" | "indentIt" | "spaceIt" | "escapeIt" | "addClosing";

interface SyntaxFix {
  readonly messageId: Title;
  edits(): readonly TextEdit[];
}

/** The one repair of a YAML fault, where it has one. */
export function syntaxFix(article: Article, problem: SyntaxProblem): SyntaxFix | undefined {
  const { text } = article;
  const { value } = problem;
  switch (problem.code) {
    case "colonInValue": {
      const scalar = locate(article.frontMatter?.root, problem.start)?.node;
      return scalar?.kind === "scalar" && scalar.style === "plain" ? quote(text, scalar) : undefined;
    }
    case "reservedStart":
    case "textAfterBracket":
    case "unknownAnchor":
    case "blockHeader":
      return value === undefined ? undefined : quote(text, value);
    case "textAfterQuote":
      return value === undefined ? undefined : escapeQuotes(text, value);
    case "badEscape":
      return { messageId: "escapeIt", edits: () => [insertion(problem.start, "\\")] };
    case "unclosedQuote":
    case "unclosedBracket":
      return value === undefined
        ? undefined
        : { messageId: "closeIt", edits: () => [insertion(value.end, closerOf(text, problem))] };
    case "missingSpace":
      return { messageId: "spaceIt", edits: () => [insertion(problem.end, " ")] };
    case "badIndent":
      return problem.indent === undefined ? undefined : indent(text, problem, problem.indent);
    case "tabIndent": {
      const width = widthForTabs(text, problem);
      return width === undefined ? undefined : indent(text, problem, width);
    }
    case "unclosedBlock": {
      const end = article.frontMatter?.block.content.end ?? text.length;
      return { messageId: "addClosing", edits: () => [closingDelimiter(text, end)] };
    }
    default:
      return undefined;
  }
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** Puts text in single quotes as it stands, folded lines and all. */
function quote(text: string, span: Span): SyntaxFix {
  const newText = `'${text.slice(span.start, span.end).replaceAll("'", "''")}'`;
  return { messageId: "quoteIt", edits: () => [{ start: span.start, end: span.end, newText }] };
}

/** Text in quotes that holds the same quotes: those within are escaped. */
function escapeQuotes(text: string, span: Span): SyntaxFix | undefined {
  const raw = text.slice(span.start, span.end);
  const sign = raw.charAt(0);
  if (raw.length < 3 || !raw.endsWith(sign)) return undefined;
  const edits: TextEdit[] = [];
  for (const match of raw.slice(1, -1).matchAll(sign === "'" ? /'+/g : /(?<!\\)"/g)) {
    if (match[0].length % 2 === 1) edits.push(insertion(span.start + 1 + match.index, sign === "'" ? "'" : "\\"));
  }
  return { messageId: "escapeIt", edits: () => edits };
}

function closerOf(text: string, problem: SyntaxProblem): string {
  const opener = text.charAt(problem.start);
  return opener === "[" ? "]" : opener === "{" ? "}" : opener;
}

/** Gives the lines of a span, and those nested below the last of them, another indentation. */
function indent(text: string, span: Span, width: number): SyntaxFix {
  const first = lineAt(text, span.start);
  const old = leadingSpace(first.text);
  const edits: TextEdit[] = [];
  for (const line of linesOf(text, first.start)) {
    const space = leadingSpace(line.text);
    const isNested = line.text.trim() !== "" && space.startsWith(old) && space.length > Math.max(old.length, width);
    if (line.start > span.end && !isNested) break;
    edits.push({ start: line.start, end: line.start + old.length, newText: " ".repeat(width) });
  }
  return { messageId: "indentIt", edits: () => edits };
}

function leadingSpace(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}

/** The indentation that tabs stand for, read off the line before; `undefined` where the lines disagree. */
function widthForTabs(text: string, span: Span): number | undefined {
  const first = lineAt(text, span.start);
  const spaces = [...linesOf(text, first.start, span.end)].map((line) => leadingSpace(line.text));
  if (new Set(spaces).size > 1 || first.start === 0) return undefined;
  const before = lineAt(text, first.start - (text.startsWith("\r\n", first.start - 2) ? 2 : 1));
  const opens = /:\s*$/.test(before.text) && !/^\s*-/.test(first.text);
  return indentOf(before.text) + (opens ? 2 : 0);
}

function closingDelimiter(text: string, at: number): TextEdit {
  const eol = lineBreakOf(text);
  const isLineStart = /[\r\n]$/.test(text.slice(0, at));
  return insertion(at, `${isLineStart ? "" : eol}---${eol}`);
}
