import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic as Found, LanguageService, Settings } from "../service/languageService.ts";
import { toDiagnostic } from "./convert.ts";

/** Checks documents, and knows when a check would say the same again. */
export interface Checks {
  check(document: TextDocument, settings: Settings): Promise<Diagnostic[]>;
  /** Names all that a check of this version depends on. */
  resultIdOf(document: TextDocument): string;
  /** Says that something beside the documents has changed. */
  invalidate(): void;
}

/** @param onCheck is told what was found */
export function createChecks(
  service: LanguageService,
  onCheck: (document: TextDocument, diagnostics: readonly Diagnostic[]) => void,
): Checks {
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
      const diagnostics = mostImportant(found).map((diagnostic) => toDiagnostic(document, diagnostic));
      onCheck(document, diagnostics);
      return diagnostics;
    },
    resultIdOf: (document) => `${revisionOf(document)}.${generation}`,
    invalidate: () => {
      generation++;
    },
  };
}

/** As many as VS Code shows of a document. */
const MOST_DIAGNOSTICS = 1000;

const SEVERITIES = ["error", "warning", "information", "hint"] as const;

/** All, or the gravest where there are more than anyone looks at; those of one severity in the order of the text. */
export function mostImportant(found: readonly Found[]): readonly Found[] {
  if (found.length <= MOST_DIAGNOSTICS) return found;
  const gravest = SEVERITIES.flatMap((severity) => found.filter((diagnostic) => diagnostic.severity === severity));
  return gravest.slice(0, MOST_DIAGNOSTICS);
}
