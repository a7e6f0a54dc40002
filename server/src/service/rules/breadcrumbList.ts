import { insertItem, removeItem, replaceNode, replaceValue } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { pairAt } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { differencesOf } from "../model/alignment.ts";
import { type Article, expectedValue } from "../model/article.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { placeOfItem } from "./place.ts";
import type { Finding } from "./rule.ts";

export type ListMessageId = "wrong" | "lacks" | "extra" | "noList" | "replace" | "insert" | "remove" | "rewrite";

/**
 * Compares a list of breadcrumbs with what it should be, item by item; one item too few is one problem.
 *
 * @param isSame whether an item will do at a place of the expected list
 */
export function* compareList(
  article: Article,
  field: DerivedField,
  isSame: (actual: JsonValue, expected: readonly JsonValue[], index: number) => boolean,
): Generator<Finding<ListMessageId>> {
  const { text, frontMatter } = article;
  const pair = pairAt(frontMatter?.root, field.path);
  const expected = expectedValue(article, field);
  if (frontMatter === undefined || pair === undefined || !Array.isArray(expected) || isBroken(frontMatter, pair))
    return;
  const key = { start: pair.key.start, end: pair.key.end };
  const rewrite = (): readonly TextEdit[] => [replaceValue(text, pair, expected)];
  const list = pair.value;
  if (list.kind !== "sequence") {
    yield { messageId: "noList", ...key, fix: { messageId: "rewrite", edits: rewrite } };
    return;
  }
  const actual = list.items.map((item) => (item.kind === "scalar" ? item.value : null));
  for (const difference of differencesOf(actual, expected, (value, index) => isSame(value, expected, index))) {
    const wanted = difference.kind === "remove" ? "" : String(expected[difference.expected]);
    const data = { expected: wanted, actual: String(actual[difference.index] ?? "") };
    const item = list.items[difference.index];
    switch (difference.kind) {
      case "insert": {
        const edits = (): readonly TextEdit[] => [insertItem(text, list, difference.index, wanted)];
        yield { messageId: "lacks", data, ...key, fix: { messageId: "insert", data, edits } };
        break;
      }
      case "replace": {
        if (item === undefined) break;
        const edits = (): readonly TextEdit[] => [replaceNode(text, item, wanted, list.style)];
        yield { messageId: "wrong", data, ...placeOfItem(item, key), fix: { messageId: "replace", data, edits } };
        break;
      }
      case "remove": {
        if (item === undefined) break;
        const edits = (): readonly TextEdit[] => [removeItem(text, list, difference.index) ?? []].flat();
        yield { messageId: "extra", data, ...placeOfItem(item, key), fix: { messageId: "remove", data, edits } };
        break;
      }
    }
  }
}
