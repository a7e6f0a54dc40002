/** Cheap looks at a document, to spare work that leads to nothing. When in doubt they say yes, and the server decides. */
import type { Position, TextDocument } from "vscode";

/** Hugo lets blank space and byte order marks stand before the front matter. */
const OPENING = /^[\s\uFEFF]*(---|\+\+\+|\{)/;

/** How many blank lines are looked through. */
const LOOK_AHEAD = 50;

/** Where a site usually has its own files. Of others, which a site may name, the server knows once it runs. */
const SITE_FILE = /\/(?:curated-content|data\/(?:communities|topics))\.ya?ml$/;

/** Whether a document may be an article or a site's own file: it begins like one, or it lies where they do. */
export function mayBeOurs(document: TextDocument): boolean {
  if (document.languageId === "yaml") return SITE_FILE.test(document.uri.path);
  return openingOf(document) !== undefined || document.uri.path.includes("/content/");
}

/** Whether a position may be in the front matter: the document begins with one, and no line above ends it. */
export function mayBeInFrontMatter(document: TextDocument, position: Position): boolean {
  const opening = openingOf(document);
  if (opening === undefined) return false;
  for (let line = opening.line + 1; line < position.line; line++) {
    if (document.lineAt(line).text.startsWith(opening.delimiter)) return false;
  }
  return true;
}

function openingOf(document: TextDocument): { readonly line: number; readonly delimiter: string } | undefined {
  const end = Math.min(document.lineCount, LOOK_AHEAD);
  for (let line = 0; line < end; line++) {
    const { text } = document.lineAt(line);
    const delimiter = OPENING.exec(text)?.[1];
    if (delimiter !== undefined) return { line, delimiter };
    if (/[^\s\uFEFF]/.test(text)) return undefined;
  }
  return undefined;
}
