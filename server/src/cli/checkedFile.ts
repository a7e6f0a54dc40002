import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { applyEdits, type Diagnostic, type Severity, type TextEdit } from "../service/languageService.ts";
import { type Excerpt, excerptAt } from "./excerpt.ts";

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
  /** What stands there, or the start of it. */
  readonly text: string;
  readonly excerpt: Excerpt;
  readonly fix: ReportedFix | undefined;
  /** Other places that explain it. */
  readonly related: readonly RelatedPlace[];
}

/** The edits of the one right answer as a single one; offsets do not count a byte order mark. */
export interface ReportedFix extends TextEdit {
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
}

/** A place in the same file or in another one. */
export interface RelatedPlace {
  /** Absolute. */
  readonly path: string;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
}

/** Line and column count from 1, columns in UTF-16 code units, as ESLint and editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Of what stands at a problem so much is kept that it is known again. */
const MOST_TEXT = 200;

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
      text: document.getText().slice(start, Math.min(end, start + MOST_TEXT)),
      excerpt: excerptAt(document.getText(), start),
      fix: fix && toReportedFix(document, fix),
      related: related.map((place) => toRelatedPlace(path, document, place)),
    }));
  return { path, problems };
}

/** How many problems of a severity there are. */
export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce((sum, { problems }) => sum + problems.filter((it) => it.severity === severity).length, 0);
}

/** One edit that does what several do: from the start of the first to the end of the last, the text between kept. */
function toReportedFix(
  document: TextDocument,
  { title, edits }: NonNullable<Diagnostic["fix"]>,
): ReportedFix | undefined {
  if (edits.length === 0) return undefined;
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const newText = applyEdits(document.getText().slice(start, end), moved);
  return { title, start, end, newText, from: placeAt(document, start), to: placeAt(document, end) };
}

function placeAt(document: TextDocument, offset: number): Place {
  const { line, character } = document.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

function toRelatedPlace(
  path: string,
  document: TextDocument,
  { document: other, message, start, end }: Diagnostic["related"][number],
): RelatedPlace {
  const text = other === undefined ? document : TextDocument.create(other.uri, "markdown", 0, other.text);
  return {
    path: other === undefined ? path : URI.parse(other.uri).fsPath,
    message,
    start: placeAt(text, start),
    end: placeAt(text, end),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : Number(a.ruleId > b.ruleId));
}
