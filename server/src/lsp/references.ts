import type { Location, ReferenceParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService } from "../service/languageService.ts";
import { toLocations } from "./convert.ts";

/** `textDocument/references` */
export async function references(
  document: TextDocument,
  { position, context }: ReferenceParams,
  service: LanguageService,
): Promise<Location[]> {
  const declaration = context.includeDeclaration ? "included" : "left out";
  const places = await service.references(document, document.offsetAt(position), declaration);
  return toLocations(places);
}
