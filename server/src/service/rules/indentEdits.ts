import { narrowed } from "../document/edits.ts";
import { indentOf, lineAt, lineBefore, linesOf } from "../document/lines.ts";
import type { Span, TextEdit } from "../document/span.ts";
import type { SyntaxProblem } from "../document/syntaxProblem.ts";
import { KEY } from "../document/yamlLine.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";

/** Indents a line, and those nested below it, as its neighbours are; `undefined` where that would be a guess. */
export function indentEdits(article: StructuredDocument, problem: SyntaxProblem): readonly TextEdit[] | undefined {
  const { text } = article;
  const dash = DASH.exec(lineAt(text, problem.start).text);
  if (problem.code === "tabIndent" && dash !== null) {
    const start = lineAt(text, problem.start).start + dash[0].length;
    return [narrowed(text, { start, end: problem.end, newText: " " })];
  }
  const width = problem.code === "tabIndent" ? widthForTabs(text, problem) : widthOf(article, problem);
  if (width === undefined || (width === 0 && isNestedKey(article, problem))) return undefined;
  const first = lineAt(text, problem.start);
  const old = leadingSpace(first.text);
  const edits: TextEdit[] = [];
  for (const line of linesOf(text, first.start)) {
    const space = leadingSpace(line.text);
    const isNested = line.text.trim() !== "" && space.startsWith(old) && space.length > width;
    if (line.start > problem.end && !isNested) break;
    edits.push(narrowed(text, { start: line.start, end: line.start + old.length, newText: " ".repeat(width) }));
  }
  return edits;
}

/** An item's dash with a tab behind it, perhaps after blanks. */
const DASH = /^ *-(?= *\t)/;

/** How far a line is to be indented: not at all where its key is one of the outermost, and none of the mapping above. */
function widthOf(
  { text, archetype, frontMatter }: StructuredDocument,
  { start, indent }: SyntaxProblem,
): number | undefined {
  const key = keyAt(text, start);
  const above =
    frontMatter?.root?.kind === "mapping" ? frontMatter.root.pairs.findLast((pair) => pair.start < start) : undefined;
  const { schema } = archetype;
  const isOutermost =
    key !== undefined &&
    above?.value.kind === "mapping" &&
    Object.hasOwn(schema.properties ?? {}, key) &&
    schemaAt(schema, [above.key.text])?.properties !== undefined &&
    schemaAt(schema, [above.key.text, key]) === undefined;
  return isOutermost ? 0 : indent;
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

/** The indentation that tabs stand for, read off the line before; `undefined` where the lines disagree. */
function widthForTabs(text: string, span: Span): number | undefined {
  const first = lineAt(text, span.start);
  const spaces = [...linesOf(text, first.start, span.end)].map((line) => leadingSpace(line.text));
  if (new Set(spaces).size > 1 || first.start === 0) return undefined;
  const before = lineBefore(text, first.start);
  const opens = /:\s*$/.test(before.text) && !/^\s*-/.test(first.text);
  return indentOf(before.text) + (opens ? 2 : 0);
}

function leadingSpace(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}
