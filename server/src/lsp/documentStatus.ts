import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentStatus } from "../protocol/requests.ts";
import type { LanguageService } from "../service/languageService.ts";

/** `curatedContent/documentStatus` */
export async function documentStatus(document: TextDocument, service: LanguageService): Promise<DocumentStatus | null> {
  const inspection = await service.inspect(document);
  if (inspection === undefined) return null;
  const problems = await service.siteProblems(document.uri);
  const { archetype, community } = inspection;
  return {
    archetype,
    community: community?.name ?? community?.slug ?? null,
    siteProblems: problems.map(({ uri, line, message }) => `${fileName(uri)}, line ${line}: ${message}`),
  };
}

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
