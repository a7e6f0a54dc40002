import type { FoldingRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toRange } from "./convert.ts";

/** `textDocument/foldingRange`. `null` where there is nothing of ours: editors then fold by indentation, as without us. */
export async function foldingRanges(
  document: TextDocument,
  { service, client }: { readonly service: LanguageService; readonly client: Client },
): Promise<FoldingRange[] | null> {
  const found = await service.foldingRanges(document);
  if (found.length === 0) return null;
  return found.slice(0, client.mostFoldingRanges).map((range) => {
    const { start, end } = toRange(document, range);
    return { startLine: start.line, endLine: end.line, ...(range.kind !== undefined && { kind: range.kind }) };
  });
}
