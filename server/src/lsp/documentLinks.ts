import type { DocumentLink } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toRange } from "./convert.ts";

/** `textDocument/documentLink` */
export async function documentLinks(
  document: TextDocument,
  { service, client }: { readonly service: LanguageService; readonly client: Client },
): Promise<DocumentLink[] | null> {
  const found = await service.documentLinks(document);
  if (found.length === 0) return null;
  return found.map(({ target, tooltip, ...span }) => ({
    range: toRange(document, span),
    target,
    ...(client.takesLinkTooltips && { tooltip }),
  }));
}
