import type { Severity } from "../model/severities.ts";
import type { Site } from "../workspace/site.ts";
import { readSubject, type SubjectOptions } from "../workspace/subject.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Diagnostic, toDiagnostic } from "./diagnostics.ts";
import { findProblems } from "./findProblems.ts";
import type { Severities } from "./problems.ts";
import { foreignFileProblems } from "./siteFileProblems.ts";

/** An article, or one of a site's own files, and all that is wrong with it. */
export interface CheckedSiteFile {
  readonly uri: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** An error or a warning in one of a site's own files. */
export interface SiteFault {
  readonly uri: string;
  /** Counted from 1. */
  readonly line: number;
  readonly severity: Severity;
  readonly message: string;
}

/**
 * Checks the own files of a site, and the others in which a look at the site found something, as schemas.
 *
 * @param severities what a user says of the rules about such files
 */
export async function checkSiteFiles(
  site: Site,
  workspace: Workspace,
  options: SubjectOptions,
  severities: Severities,
): Promise<readonly CheckedSiteFile[]> {
  const uris = new Set([...site.files.keys(), ...site.problems.map(({ uri }) => uri)]);
  const files = await Promise.all(
    [...uris].map(async (uri): Promise<readonly CheckedSiteFile[]> => {
      const text = await workspace.readFile(uri);
      if (text === undefined) return [];
      const problems = site.problems.filter((problem) => problem.uri === uri);
      if (!site.files.has(uri)) {
        return [{ uri, text, diagnostics: foreignFileProblems(problems, site.model, severities).map(toDiagnostic) }];
      }
      const subject = await readSubject({ uri, text, before: undefined, problems }, site, options);
      const found = subject === undefined ? [] : await findProblems(subject, severities, options.pause);
      return [{ uri, text, diagnostics: found.map(toDiagnostic) }];
    }),
  );
  return files.flat();
}

/** The errors and warnings of files, by lines. */
export function faultsIn(files: readonly CheckedSiteFile[]): readonly SiteFault[] {
  return files.flatMap(({ uri, text, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ start, severity, message }) => ({ uri, line: lineNumberAt(text, start), severity, message })),
  );
}

function lineNumberAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
