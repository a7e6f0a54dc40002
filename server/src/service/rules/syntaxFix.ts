import { narrowed } from "../document/edits.ts";
import { indentOf, lineAt, lineBreakOf } from "../document/lines.ts";
import { locate } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import type { SyntaxProblem } from "../document/syntaxProblem.ts";
import { isItem, KEY } from "../document/yamlLine.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { indentEdits } from "./indentEdits.ts";
import { type KeyLevel, lacksKey, levelsAbove } from "./keyLevels.ts";

export type SyntaxFixTitle = "quoteIt" | "closeIt" | "indentIt" | "spaceIt" | "colonIt" | "escapeIt" | "addClosing";

interface SyntaxFix {
  readonly messageId: SyntaxFixTitle;
  edits(): readonly TextEdit[];
}

/** The one repair of a YAML fault, where it has one. */
export function syntaxFix(article: StructuredDocument, problem: SyntaxProblem): SyntaxFix | undefined {
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
      if (value === undefined) return undefined;
      return { messageId: "closeIt", edits: () => [insertion(value.end, closerOf(text, problem))] };
    case "missingSpace":
      return { messageId: "spaceIt", edits: () => [insertion(problem.end, " ")] };
    case "missingColon":
      return colonAfterKey(article, problem);
    case "badIndent":
    case "dashInItem":
    case "tabIndent": {
      const edits = indentEdits(article, problem);
      return edits && { messageId: "indentIt", edits: () => edits };
    }
    case "unclosedBlock":
      return { messageId: "addClosing", edits: () => [closingDelimiter(article)] };
    default:
      return undefined;
  }
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** A line that starts with a key and goes on with a value, or has a list below, lacks only the colon. */
function colonAfterKey(article: StructuredDocument, { start, end }: Span): SyntaxFix | undefined {
  const { text } = article;
  const line = lineAt(text, start);
  const below = mayBeValue(lineAt(text, line.next).text, start - line.start);
  const key = (below ? /^\S+(?=[ ]+\S|$)/ : /^\S+(?=[ ]+\S)/).exec(text.slice(start, Math.min(end, line.end)))?.[0];
  const indent = start - line.start;
  const level = indent === 0 ? OUTERMOST : levelsAbove(article, line.start).find((other) => other.indent === indent);
  if (key === undefined || level === undefined || !lacksKey(article, level, key)) return undefined;
  return { messageId: "colonIt", edits: () => [insertion(start + key.length, ":")] };
}

/** Whether a line may be the start of the list or mapping that stands below a key. */
function mayBeValue(line: string, indent: number): boolean {
  const column = indentOf(line);
  const rest = line.slice(column);
  return isItem(rest) ? column >= indent : column > indent && KEY.test(rest);
}

const OUTERMOST: KeyLevel = { indent: 0, path: [] };

/** Puts text in single quotes as it stands, folded lines and all. */
function quote(text: string, span: Span): SyntaxFix {
  const newText = `'${text.slice(span.start, span.end).replaceAll("'", "''")}'`;
  return { messageId: "quoteIt", edits: () => [narrowed(text, { start: span.start, end: span.end, newText })] };
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

function closingDelimiter({ text, frontMatter }: StructuredDocument): TextEdit {
  const at = frontMatter?.block.content.end ?? text.length;
  const eol = lineBreakOf(text);
  const isLineStart = /[\r\n]$/.test(text.slice(0, at));
  return insertion(at, `${isLineStart ? "" : eol}---${eol}`);
}
