import type { Hover, HoverParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toHover } from "./convert.ts";

/** `textDocument/hover` */
export async function hover(
  document: TextDocument,
  { position }: HoverParams,
  { service, client }: { readonly service: LanguageService; readonly client: Client },
): Promise<Hover | null> {
  const found = await service.hover(document, document.offsetAt(position));
  return found === undefined ? null : toHover(document, found, client);
}
