import { parseFrontMatter } from "../document/frontMatter.ts";
import { applyEdits, type TextEdit } from "../document/span.ts";
import { isArticle } from "../model/article.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";

/**
 * Whether the YAML can be read as well as before. It cannot where an answer is read otherwise than it is meant, as among
 * lines that are broken, or where it takes an anchor away that others need.
 */
export function isHarmless(document: StructuredDocument, edits: readonly TextEdit[]): boolean {
  const { text, frontMatter } = document;
  if (!isArticle(document) || frontMatter === undefined) return true;
  const after = parseFrontMatter(applyEdits(text, edits), document, frontMatter.reader);
  return after !== undefined && after.problems.length <= frontMatter.problems.length;
}
