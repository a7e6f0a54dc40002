/** From what the service says to what LSP says. Nowhere else are offsets turned into positions. */
import {
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type CodeAction as LspCodeAction,
  type CompletionItem as LspCompletionItem,
  type Diagnostic as LspDiagnostic,
  type Hover as LspHover,
  type TextEdit as LspTextEdit,
  type MarkupContent,
  type MarkupKind,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DIAGNOSTIC_SOURCE } from "../protocol/requests.ts";
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  SiteEdit,
  Span,
  TextEdit,
  TextPlace,
} from "../service/languageService.ts";
import type { Client } from "./client.ts";

export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Edits of one document, tied to its version where the client takes that. */
export function toWorkspaceEdit(document: TextDocument, edits: readonly TextEdit[], client: Client): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = edits.map((edit) => toTextEdit(document, edit));
  return client.takesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** A place in a file that may not be open. Positions count in the text that the service read. */
export function toLocation({ uri, text, start, end }: TextPlace): Location {
  return { uri, range: toRange(asDocument({ uri, text }), { start, end }) };
}

/** The same for several, of which many may be in one file: its lines are looked for once. */
export function toLocations(places: readonly TextPlace[]): Location[] {
  const documents = new Map<string, TextDocument>();
  return places.map(({ uri, text, start, end }) => {
    const document = documents.get(uri) ?? asDocument({ uri, text });
    documents.set(uri, document);
    return { uri, range: toRange(document, { start, end }) };
  });
}

/**
 * A change of several files, tied to the versions of those that are open where the client takes that. Of more than a few it
 * is shown before it is made, by clients that can.
 */
export function toSiteEdit({ files, renames = [] }: SiteEdit, client: Client, documents: OpenDocuments): WorkspaceEdit {
  const changed = files.map(({ uri, text, edits }) => {
    const document = asDocument({ uri, text });
    return { uri, edits: edits.map((edit) => toTextEdit(document, edit)) };
  });
  if (!client.takesVersionedEdits)
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
  const isShown = client.takesAnnotations && files.length + renames.length > MOST_UNSEEN;
  const annotation = isShown ? { annotationId: ANNOTATION } : {};
  return {
    documentChanges: [
      ...changed.map(({ uri, edits }) => ({
        textDocument: { uri, version: documents.get(uri)?.version ?? null },
        edits: edits.map((edit) => ({ ...edit, ...annotation })),
      })),
      ...renames.map(({ from, to }) => ({ kind: "rename" as const, oldUri: from, newUri: to, ...annotation })),
    ],
    ...(isShown && { changeAnnotations: { [ANNOTATION]: { label: "Curated Content", needsConfirmation: true } } }),
  };
}

/** The documents that are open, by their URIs. */
interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
}

/** With more files than these, an author wants to see what will change. */
const MOST_UNSEEN = 5;

const ANNOTATION = "curatedContent";

export function toDiagnostic(document: TextDocument, diagnostic: Diagnostic): LspDiagnostic {
  const { ruleId, messageId, severity, message, href, tag, related } = diagnostic;
  const result: LspDiagnostic = {
    range: toRange(document, diagnostic),
    severity: SEVERITIES[severity],
    code: ruleId,
    codeDescription: { href },
    source: DIAGNOSTIC_SOURCE,
    message,
    data: { messageId },
  };
  if (tag !== undefined) result.tags = [TAGS[tag]];
  if (related.length > 0) {
    result.relatedInformation = related.map((place) => {
      const home = place.document === undefined ? document : asDocument(place.document);
      return { location: { uri: home.uri, range: toRange(home, place) }, message: place.message };
    });
  }
  return result;
}

export function toHover(document: TextDocument, hover: Hover, client: Client): LspHover {
  return { contents: toMarkup(hover.contents, client.markup.hover), range: toRange(document, hover) };
}

export function toCompletionItem(document: TextDocument, item: CompletionItem, client: Client): LspCompletionItem {
  const { label, kind, detail, documentation, sortText, filterText, deprecated, suggestsNext } = item;
  const snippet = client.takesSnippets ? item.snippet : undefined;
  const newText = snippet ?? item.edit.newText;
  const command = suggestsNext ? client.options.triggerSuggestCommand : undefined;
  return {
    label,
    kind: KINDS[kind],
    sortText,
    textEdit: toTextEdit(document, { ...item.edit, newText }),
    ...(snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
    // The text comes with the indentation it needs; an editor that adds its own breaks it.
    ...(newText.includes("\n") && client.takesIndentedText && { insertTextMode: InsertTextMode.asIs }),
    ...(filterText !== undefined && { filterText }),
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: toMarkup(documentation, client.markup.completion) }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(command !== undefined && { command: { title: "Suggest", command } }),
  };
}

/** Diagnostics are attached as the client knows them, so that it can tell which of them a fix is for. */
export function toCodeAction(document: TextDocument, action: CodeAction, client: Client): LspCodeAction {
  return {
    title: action.title,
    kind: "quickfix",
    isPreferred: action.isPreferred,
    diagnostics: [toDiagnostic(document, action.diagnostic)],
    edit: toWorkspaceEdit(document, action.edits, client),
  };
}

/** A text that is not open, for its positions. */
function asDocument({ uri, text }: { readonly uri: string; readonly text: string }): TextDocument {
  return TextDocument.create(uri, "markdown", 0, text);
}

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** @param document holds the text that the edits count in */
export function toTextEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => toTextEdit(document, edit));
}

export function toTextEdit(document: TextDocument, edit: TextEdit): LspTextEdit {
  return { range: toRange(document, edit), newText: edit.newText };
}

function toMarkup(value: string, kind: MarkupKind): MarkupContent {
  return { kind, value };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

const KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  topic: CompletionItemKind.EnumMember,
  derived: CompletionItemKind.Constant,
} as const;
