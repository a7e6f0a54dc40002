import { commentAt } from "../../document/comment.ts";
import { isArticle } from "../../model/article.ts";
import { schemaAt } from "../../model/schema.ts";
import type { StructuredDocument } from "../../model/structuredDocument.ts";
import { completeComment } from "./comments.ts";
import { type Cursor, cursorAt, cursorInItem } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";
import { completeKeys } from "./keys.ts";
import { completeValues } from "./values.ts";

/** What can be written at an offset; nothing outside the front matter. */
export function completionsAt(document: StructuredDocument, offset: number): readonly CompletionItem[] {
  if (document.frontMatter === undefined) return [];
  if (isArticle(document)) {
    const comment = commentAt(offset, document.text, document.frontMatter);
    if (comment !== undefined) return completeComment(document, comment, offset);
  }
  const cursor = cursorAt(document.text, document.frontMatter, offset);
  if (cursor === undefined) return [];
  const inItem = isMappingItem(document, cursor) ? cursorInItem(document.text, cursor, offset) : cursor;
  if (inItem === undefined) return [];
  return inItem.kind === "key" ? completeKeys(document, inItem) : completeValues(document, inItem);
}

/** Whether a cursor stands behind the dash of an item that is a mapping. */
function isMappingItem({ archetype }: StructuredDocument, cursor: Cursor): cursor is Cursor & { kind: "item" } {
  if (cursor.kind !== "item") return false;
  return schemaAt(archetype.schema, cursor.path)?.items?.properties !== undefined;
}
