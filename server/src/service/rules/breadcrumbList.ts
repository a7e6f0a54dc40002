import { insertItems, removeItem, replaceNode, replaceValue } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { lineAt } from "../document/lines.ts";
import { type Node, pairAt, type Sequence } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import { differencesOf } from "../model/alignment.ts";
import { type Article, expectedValue, isUnsure } from "../model/article.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { placeOfItem } from "./place.ts";
import { reorderingOf } from "./reordering.ts";
import type { Finding } from "./rule.ts";

type Problem = "order" | "wrong" | "comment" | "lacks" | "lackSeveral" | "extra" | "noList";
type Title = "reorder" | "replace" | "quote" | "insert" | "insertSeveral" | "remove" | "rewrite";
export type ListMessageId = Problem | Title;

/**
 * Compares a list of breadcrumbs with what it should be, item by item; items that lack side by side are one problem.
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
  if (pair === undefined || !Array.isArray(expected) || isUnsure(article, field.path)) return;
  const key = { start: pair.key.start, end: pair.key.end };
  const list = pair.value;
  if (list.kind !== "sequence" || list.items.length === 0) {
    const edits = (): readonly TextEdit[] => [replaceValue(text, pair, expected)];
    yield { messageId: "noList", ...key, fix: { messageId: "rewrite", edits } };
    return;
  }
  const actual = list.items.map((item) => (item.kind === "scalar" ? item.value : null));
  const isSameAt = (value: JsonValue, index: number) => isSame(value, expected, index);
  const reordering = reorderingOf(text, list, { actual, length: expected.length, isSame: isSameAt });
  if (reordering !== undefined) {
    yield reordering;
    return;
  }
  for (const difference of differencesOf(actual, expected, isSameAt)) {
    const { kind, index } = difference;
    const item = list.items[index];
    if (kind === "insert")
      yield { ...lacking(text, list, { index, wanted: difference.expected.map((i) => `${expected[i]}`) }), ...key };
    else if (item === undefined) continue;
    else if (kind === "replace") yield wrong(text, list, { item, key, wanted: `${expected[difference.expected]}` });
    else {
      const data = { actual: item.kind === "scalar" ? item.text : text.slice(item.start, item.end) };
      const edits = (): readonly TextEdit[] => [removeItem(text, list, index) ?? []].flat();
      yield { messageId: "extra", data, ...placeOfItem(text, item, key), fix: { messageId: "remove", data, edits } };
    }
  }
}

function lacking(
  text: string,
  list: Sequence,
  { index, wanted }: { readonly index: number; readonly wanted: readonly string[] },
): Omit<Finding<ListMessageId>, keyof Span> {
  const data = { expected: wanted.map((item) => `\`${item}\``).join(", ") };
  const edits = (): readonly TextEdit[] => insertItems(text, list, index, wanted);
  const [messageId, title] =
    wanted.length === 1 ? (["lacks", "insert"] as const) : (["lackSeveral", "insertSeveral"] as const);
  return { messageId, data, fix: { messageId: title, data, edits } };
}

function wrong(
  text: string,
  list: Sequence,
  { item, key, wanted }: { readonly item: Node; readonly key: Span; readonly wanted: string },
): Finding<ListMessageId> {
  const data = { expected: wanted };
  const replacement = (): TextEdit => replaceNode(text, item, wanted, list.style);
  const behind = lineAt(text, item.end).text.slice(item.end - lineAt(text, item.end).start);
  // An unquoted `#` starts a comment, so that the item is empty although its text stands there.
  if (item.start < item.end || behind.trim() !== wanted) {
    const fix = { messageId: "replace", data, edits: () => [replacement()] } as const;
    return { messageId: "wrong", data, ...placeOfItem(text, item, key), fix };
  }
  const start = item.end + behind.length - behind.trimStart().length;
  const end = start + wanted.length;
  const edits = (): readonly TextEdit[] => [{ start, end, newText: replacement().newText.trim() }];
  return { messageId: "comment", data, start, end, fix: { messageId: "quote", data, edits } };
}
