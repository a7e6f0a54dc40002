import type { InitializeParams, MarkupKind } from "vscode-languageserver";
import type { InitializationOptions } from "../protocol/requests.ts";

/** What the server must know of its client. */
export interface Client {
  readonly asksForDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly takesSnippets: boolean;
  readonly takesIndentedText: boolean;
  /** In which of its kinds text is shown: Markdown where the client takes it. */
  readonly markup: { readonly completion: MarkupKind; readonly hover: MarkupKind };
  readonly takesVersionedEdits: boolean;
  /** Whether it shows what an edit is about, and asks about parts of it. */
  readonly takesAnnotations: boolean;
  /** Whether an edit may rename files. */
  readonly renamesFiles: boolean;
  /** Whether it asks for the place of a symbol when somebody goes there. */
  readonly resolvesSymbolPlaces: boolean;
  readonly takesLinkTooltips: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Whether it shows symbols within symbols. */
  readonly takesNestedSymbols: boolean;
  /** How many ranges it folds in a document. */
  readonly mostFoldingRanges: number;
  readonly hasConfiguration: boolean;
  readonly hasWorkspaceFolders: boolean;
  /** Whether the server may show that it is busy. */
  readonly showsProgress: boolean;
  readonly registers: {
    readonly configuration: boolean;
    readonly watchedFiles: boolean;
    readonly diagnostics: boolean;
  };
  readonly options: InitializationOptions;
}

/** Reads what a client can do, which clients say in many places. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument = {}, window = {}, workspace = {} } = capabilities;
  const takesVersionedEdits = workspace.workspaceEdit?.documentChanges === true;
  const completionItem = textDocument.completion?.completionItem;
  return {
    asksForDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    takesSnippets: completionItem?.snippetSupport === true,
    takesIndentedText: completionItem?.insertTextModeSupport !== undefined,
    markup: {
      completion: markupIn(completionItem?.documentationFormat),
      hover: markupIn(textDocument.hover?.contentFormat),
    },
    resolvesSymbolPlaces: workspace.symbol?.resolveSupport?.properties.includes("location.range") === true,
    takesLinkTooltips: textDocument.documentLink?.tooltipSupport === true,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    takesNestedSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    mostFoldingRanges: textDocument.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    takesVersionedEdits,
    takesAnnotations: takesVersionedEdits && workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    renamesFiles: takesVersionedEdits && workspace.workspaceEdit?.resourceOperations?.includes("rename") === true,
    hasConfiguration: workspace.configuration === true,
    hasWorkspaceFolders: workspace.workspaceFolders === true,
    showsProgress: window.workDoneProgress === true,
    registers: {
      diagnostics: textDocument.diagnostic?.dynamicRegistration === true,
      configuration: workspace.didChangeConfiguration?.dynamicRegistration === true,
      watchedFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    },
    options: isObject(initializationOptions) ? initializationOptions : {},
  };
}

function markupIn(formats: readonly MarkupKind[] = []): MarkupKind {
  return formats.includes("markdown") ? "markdown" : "plaintext";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
