import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import { toRange } from "./convert.ts";

/** `textDocument/documentHighlight`. `null` where there is nothing of ours: editors then look for the word. */
export async function documentHighlights(
  document: TextDocument,
  { position }: DocumentHighlightParams,
  service: LanguageService,
): Promise<DocumentHighlight[] | null> {
  const found = await service.documentHighlights(document, document.offsetAt(position));
  if (found.length === 0) return null;
  return found.map((span) => ({ range: toRange(document, span), kind: DocumentHighlightKind.Text }));
}
