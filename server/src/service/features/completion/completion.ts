import { commentAt } from "../../document/comment.ts";
import { isArticle } from "../../model/article.ts";
import type { StructuredDocument } from "../../model/structuredDocument.ts";
import { completeComment } from "./comments.ts";
import { cursorAt } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";
import { completeKeys } from "./keys.ts";
import { completeValues } from "./values.ts";

/** What can be written at an offset; nothing outside the front matter. */
export function completionsAt(document: StructuredDocument, offset: number): readonly CompletionItem[] {
  if (document.frontMatter === undefined) return [];
  if (isArticle(document) && document.frontMatter !== undefined) {
    const comment = commentAt(offset, document.text, document.frontMatter);
    if (comment !== undefined) return completeComment(document, comment, offset);
  }
  const cursor = cursorAt(document.text, document.frontMatter, offset);
  if (cursor === undefined) return [];
  return cursor.kind === "key" ? completeKeys(document, cursor) : completeValues(document, cursor);
}
