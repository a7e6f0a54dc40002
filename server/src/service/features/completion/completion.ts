import { commentAt } from "../../document/comment.ts";
import type { Article } from "../../model/article.ts";
import { completeComment } from "./comments.ts";
import { cursorAt } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";
import { completeKeys } from "./keys.ts";
import { completeValues } from "./values.ts";

/** What can be written at an offset; nothing outside the front matter. */
export function completionsAt(article: Article, offset: number): readonly CompletionItem[] {
  if (article.frontMatter === undefined) return [];
  const comment = commentAt(offset, article.text, article.frontMatter);
  if (comment !== undefined) return completeComment(article, comment, offset);
  const cursor = cursorAt(article.text, article.frontMatter, offset);
  if (cursor === undefined) return [];
  return cursor.kind === "key" ? completeKeys(article, cursor) : completeValues(article, cursor);
}
