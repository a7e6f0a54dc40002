import { type DocumentSymbol, type SymbolInformation, SymbolKind, SymbolTag } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentSymbol as Found, LanguageService } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toRange } from "./convert.ts";

/** `textDocument/documentSymbol` */
export async function documentSymbols(
  document: TextDocument,
  { service, client }: { readonly service: LanguageService; readonly client: Client },
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const found = await service.documentSymbols(document);
  if (found.length === 0) return null;
  return client.takesNestedSymbols
    ? found.map((symbol) => toDocumentSymbol(document, symbol))
    : found.flatMap((symbol) => toFlatSymbols(document, symbol, undefined));
}

function toDocumentSymbol(document: TextDocument, symbol: Found): DocumentSymbol {
  const { detail, children } = symbol;
  return {
    ...named(symbol),
    ...(detail !== undefined && { detail }),
    range: toRange(document, symbol),
    selectionRange: toRange(document, symbol.selection),
    ...(children.length > 0 && { children: children.map((child) => toDocumentSymbol(document, child)) }),
  };
}

function toFlatSymbols(document: TextDocument, symbol: Found, containerName: string | undefined): SymbolInformation[] {
  const own: SymbolInformation = {
    ...named(symbol),
    location: { uri: document.uri, range: toRange(document, symbol) },
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...symbol.children.flatMap((child) => toFlatSymbols(document, child, symbol.name))];
}

function named({ name, kind, isDeprecated }: Found): Pick<DocumentSymbol, "name" | "kind" | "tags"> {
  return { name, kind: KINDS[kind], ...(isDeprecated && { tags: [SymbolTag.Deprecated] }) };
}

const KINDS = {
  array: SymbolKind.Array,
  boolean: SymbolKind.Boolean,
  community: SymbolKind.Module,
  null: SymbolKind.Null,
  number: SymbolKind.Number,
  object: SymbolKind.Object,
  scheme: SymbolKind.Namespace,
  string: SymbolKind.String,
  topic: SymbolKind.EnumMember,
} as const;
