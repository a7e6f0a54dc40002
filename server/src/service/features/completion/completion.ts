import type { Article } from "../../model/article.ts";
import { cursorAt } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";
import { completeKeys } from "./keys.ts";
import { completeValues } from "./values.ts";

/** What can be written at an offset; nothing outside the front matter. */
export function completionsAt(article: Article, offset: number): readonly CompletionItem[] {
  if (article.frontMatter === undefined) return [];
  const cursor = cursorAt(article.text, article.frontMatter, offset);
  if (cursor === undefined) return [];
  return cursor.kind === "key" ? completeKeys(article, cursor) : completeValues(article, cursor);
}
