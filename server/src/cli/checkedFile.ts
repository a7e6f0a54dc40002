import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { applyEdits, type Diagnostic, type Severity, type TextEdit } from "../service/languageService.ts";

/** What a reporter sees of a file: its problems in the order of the text. */
export interface CheckedFile {
  /** Absolute. */
  readonly path: string;
  readonly problems: readonly ReportedProblem[];
}

export interface ReportedProblem {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
  /** The edits of the one right answer as a single one; offsets do not count a byte order mark. */
  readonly fix: TextEdit | undefined;
  /** Where in other files something stands that explains it. */
  readonly elsewhere: readonly ElsewherePlace[];
}

/** A place in another file. */
export interface ElsewherePlace extends Place {
  /** Absolute. */
  readonly path: string;
}

/** Line and column count from 1, columns in UTF-16 code units, as ESLint and editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Takes from diagnostics what reporters need, so that the text of the file can be forgotten. */
export function toCheckedFile(path: string, document: TextDocument, diagnostics: readonly Diagnostic[]): CheckedFile {
  const problems = diagnostics
    .toSorted(byPlace)
    .map(({ ruleId, messageId, severity, message, start, end, fix, related }) => ({
      ruleId,
      messageId,
      severity,
      message,
      start: placeAt(document, start),
      end: placeAt(document, end),
      fix: fix && coveringEdit(document.getText(), fix.edits),
      elsewhere: related.flatMap((place) => placeElsewhere(place) ?? []),
    }));
  return { path, problems };
}

/** How many problems of a severity there are. */
export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce((sum, { problems }) => sum + problems.filter((it) => it.severity === severity).length, 0);
}

/** One edit that does what several do: from the start of the first to the end of the last, the text between kept. */
function coveringEdit(text: string, edits: readonly TextEdit[]): TextEdit | undefined {
  if (edits.length === 0) return undefined;
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, newText: applyEdits(text.slice(start, end), moved) };
}

function placeAt(document: TextDocument, offset: number): Place {
  const { line, character } = document.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

function placeElsewhere({ document, start }: Diagnostic["related"][number]): ElsewherePlace | undefined {
  if (document === undefined) return undefined;
  const { uri, text } = document;
  return { path: URI.parse(uri).fsPath, ...placeAt(TextDocument.create(uri, "markdown", 0, text), start) };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : Number(a.ruleId > b.ruleId));
}
