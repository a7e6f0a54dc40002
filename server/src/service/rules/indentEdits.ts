import { narrowed } from "../document/edits.ts";
import { indentOf, type Line, lineAt, lineBefore, linesOf } from "../document/lines.ts";
import type { Span, TextEdit } from "../document/span.ts";
import type { SyntaxProblem } from "../document/syntaxProblem.ts";
import { isItem, KEY } from "../document/yamlLine.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { type KeyLevel, lacksKey, levelsAbove } from "./keyLevels.ts";

/** Indents a line, and those nested below it, as its neighbours are; `undefined` where that would be a guess. */
export function indentEdits(article: StructuredDocument, problem: SyntaxProblem): readonly TextEdit[] | undefined {
  const { text } = article;
  const dash = DASH.exec(lineAt(text, problem.start).text);
  if (problem.code === "tabIndent" && dash !== null) {
    const start = lineAt(text, problem.start).start + dash[0].length;
    return [narrowed(text, { start, end: problem.end, newText: " " })];
  }
  const width = problem.code === "tabIndent" ? widthForTabs(article, problem) : widthOf(article, problem);
  if (width === undefined || (width === 0 && isNestedKey(article, problem))) return undefined;
  const first = lineAt(text, problem.start);
  const old = leadingSpace(first.text);
  const own: Line[] = [];
  const nested: Line[] = [];
  for (const line of linesOf(text, first.start)) {
    const space = leadingSpace(line.text);
    const isNested = line.text.trim() !== "" && space.startsWith(old) && space.length > width;
    if (line.start <= problem.end) own.push(line);
    else if (isNested) nested.push(line);
    else break;
  }
  const slipped = standsRight(first, nested[0], { old, width }) ? own : [...own, ...nested];
  return slipped.map(({ start }) => narrowed(text, { start, end: start + old.length, newText: " ".repeat(width) }));
}

/**
 * Whether what stands below a line stands as it should once that line alone is moved: by steps of two from there, as it
 * does not now, where it may even stand beside the key that it belongs to.
 */
function standsRight(
  first: Line,
  next: Line | undefined,
  { old, width }: { readonly old: string; readonly width: number },
): boolean {
  if (next === undefined || old.includes("\t")) return false;
  const indent = indentOf(next.text);
  const isBeside = indent === old.length && !isItem(next.text.trimStart()) && /:\s*$/.test(first.text);
  return (indent - width) % 2 === 0 && (isBeside || (indent - old.length) % 2 === 1);
}

/** An item's dash with a tab behind it, perhaps after blanks. */
const DASH = /^ *-(?= *\t)/;

/** How far a line is to be indented: as the mapping around it that has its key, where that beside it has not. */
function widthOf(article: StructuredDocument, { start, indent }: SyntaxProblem): number | undefined {
  const key = keyAt(article.text, start);
  const lacking = key === undefined ? [] : levelsLacking(article, start, key);
  return lacking.some((level) => level.indent === indent) ? indent : (lacking[0]?.indent ?? indent);
}

/** The mappings around a line in which its key belongs, the innermost first. */
function levelsLacking(article: StructuredDocument, offset: number, key: string): readonly KeyLevel[] {
  const levels = levelsAbove(article, lineAt(article.text, offset).start);
  return levels.filter((level) => lacksKey(article, level, key));
}

function keyAt(text: string, offset: number): string | undefined {
  return /^[^:]*[^:\s]/.exec(KEY.exec(lineAt(text, offset).text.trimStart())?.[0] ?? "")?.[0];
}

/**
 * Whether a line that seems indented too far holds a key that no article has at its outermost level: then not this line
 * is the slip, but one before it that should be indented as well.
 */
function isNestedKey({ text, archetype }: StructuredDocument, { start }: Span): boolean {
  const key = keyAt(text, start);
  return key !== undefined && schemaAt(archetype.schema, [key]) === undefined;
}

/**
 * The indentation that tabs stand for: that of the mapping around them that has the key, else read off the line before;
 * `undefined` where the lines disagree.
 */
function widthForTabs(article: StructuredDocument, span: Span): number | undefined {
  const { text } = article;
  const first = lineAt(text, span.start);
  const spaces = [...linesOf(text, first.start, span.end)].map((line) => leadingSpace(line.text));
  if (new Set(spaces).size > 1 || first.start === 0) return undefined;
  const key = keyAt(text, span.start);
  const [level] = key === undefined ? [] : levelsLacking(article, span.start, key);
  if (level !== undefined) return level.indent;
  const before = lineBefore(text, first.start);
  const opens = /:\s*$/.test(before.text) && !/^\s*-/.test(first.text);
  return indentOf(before.text) + (opens ? 2 : 0);
}

function leadingSpace(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}
