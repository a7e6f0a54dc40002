import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageService, Settings } from "../service/languageService.ts";
import { toDiagnostic } from "./convert.ts";

/** Checks documents, and knows when a check would say the same again. */
export interface Checks {
  check(document: TextDocument, settings: Settings): Promise<Diagnostic[]>;
  /** Names all that a check of this version depends on. */
  resultIdOf(document: TextDocument): string;
  /** Says that something beside the documents has changed. */
  invalidate(): void;
}

export function createChecks(service: LanguageService): Checks {
  const revisions = new WeakMap<TextDocument, number>();
  let newest = 0;
  let generation = 0;
  // Versions do not do: a document that is closed and opened again may have the same one and another text.
  const revisionOf = (document: TextDocument): number => {
    const revision = revisions.get(document) ?? ++newest;
    revisions.set(document, revision);
    return revision;
  };
  return {
    async check(document, settings) {
      const found = await service.diagnose(document, settings);
      return found.map((diagnostic) => toDiagnostic(document, diagnostic));
    },
    resultIdOf: (document) => `${revisionOf(document)}.${generation}`,
    invalidate: () => {
      generation++;
    },
  };
}
