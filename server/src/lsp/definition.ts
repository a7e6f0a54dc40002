import type { DefinitionParams, Location } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import { toLocation } from "./convert.ts";

/** `textDocument/definition` */
export async function definition(
  document: TextDocument,
  { position }: DefinitionParams,
  service: LanguageService,
): Promise<Location[]> {
  const places = await service.definition(document, document.offsetAt(position));
  return places.map(toLocation);
}
