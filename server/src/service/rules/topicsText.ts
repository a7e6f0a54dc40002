import { replaceValue } from "../document/edits.ts";
import {
  insertJsonItems,
  type JsonItem,
  removeJsonItem,
  reorderJsonItems,
  replaceJsonItem,
} from "../document/jsonList.ts";
import { nodeAt, type Pair, type Scalar } from "../document/node.ts";
import { editScalarText } from "../document/scalarEdit.ts";
import type { Span, TextEdit } from "../document/span.ts";
import { differencesOf } from "../model/alignment.ts";
import type { Article } from "../model/article.ts";
import { isControlled, lookUp, splitTopic } from "../model/vocabulary.ts";
import { placeIn, placeOf } from "./place.ts";
import type { Finding } from "./rule.ts";

type Problem = "wrong" | "lacks" | "lackSeveral" | "extra" | "order" | "others" | "here";
type Title = "replace" | "insert" | "remove" | "reorder" | "rewrite";
export type TopicsMessageId = Problem | Title;

/** With more differences than these it is another list, and no list with slips. */
const MOST_DIFFERENCES = 10;

interface TopicsText {
  readonly node: Scalar;
  /** What it holds; offsets count in the text of `node`. */
  readonly items: readonly JsonItem[];
  /** The key whose topics it should hold. */
  readonly source: string;
}

/**
 * Compares topics in a JSON list with those of the key they repeat. Where a topic of that key is itself at fault, nothing
 * is said about its copy: once it is mended there may be nothing to say.
 */
export function* compareTopics(
  article: Article,
  pair: Pair,
  { node, items, source }: TopicsText,
): Generator<Finding<TopicsMessageId>> {
  const { text } = article;
  const value = node.text;
  const expected = topicsOf(article, source);
  const actual = items.map((item) => item.value);
  const differences = differencesOf(actual, expected, (topic, index) => topic === expected[index]);
  if (differences.length === 0) return;
  if (differences.length > MOST_DIFFERENCES) {
    const edits = () => [replaceValue(text, pair, JSON.stringify(expected))];
    yield { messageId: "others", data: { source }, ...placeOf(pair), fix: { messageId: "rewrite", edits } };
    return;
  }
  const place = (span: Span): Span => placeIn(text, pair, { node, ...span });
  const change =
    (...changes: readonly TextEdit[]) =>
    () =>
      editScalarText(text, node, changes);
  if (isSameButOrder(actual, expected)) {
    const first = actual.findIndex((topic, index) => topic !== expected[index]);
    const last = actual.findLastIndex((topic, index) => topic !== expected[index]);
    const [from, to] = [items[first], items[last]];
    if (from === undefined || to === undefined) return;
    const edits = change(...reorderJsonItems(value, items, expected));
    const span = place({ start: from.start, end: to.end });
    yield { messageId: "order", data: { source }, ...span, fix: { messageId: "reorder", edits } };
    return;
  }
  for (const difference of differences) {
    if (difference.kind === "insert") {
      const wanted = difference.expected.filter((index) => !isAtFault(article, expected, index));
      if (wanted.length === 0) continue;
      const values = wanted.map((index) => expected[index] ?? "");
      const data = { expected: values.map((topic) => `\`${topic}\``).join(", "), source };
      const { index } = difference;
      const neighbour = items[index - 1] ?? items[index] ?? { start: 0, end: value.length };
      const edits = change(insertJsonItems(value, items, { index, values }));
      const related = wanted.flatMap((topic) => relatedTo(article, source, topic));
      const messageId = values.length === 1 ? "lacks" : "lackSeveral";
      yield { messageId, data, ...place(neighbour), related, fix: { messageId: "insert", data, edits } };
      continue;
    }
    const item = items[difference.index];
    if (item === undefined) continue;
    if (difference.kind === "remove") {
      const data = { actual: item.value, source };
      const edits = change(...removeJsonItem(items, difference.index));
      yield { messageId: "extra", data, ...place(item), fix: { messageId: "remove", data, edits } };
    } else if (!isAtFault(article, expected, difference.expected)) {
      const wanted = expected[difference.expected] ?? "";
      const data = { expected: wanted, source };
      const edits = change(replaceJsonItem(value, item, wanted));
      const related = relatedTo(article, source, difference.expected);
      yield { messageId: "wrong", data, ...place(item), related, fix: { messageId: "replace", data, edits } };
    }
  }
}

function topicsOf(article: Article, key: string): readonly string[] {
  const topics = article.value([key]);
  return Array.isArray(topics) ? topics.map(String) : [];
}

function isSameButOrder(actual: readonly string[], expected: readonly string[]): boolean {
  return actual.length === expected.length && actual.toSorted().join("\0") === expected.toSorted().join("\0");
}

/** Whether another rule has something to say about a topic: it stands there twice, or the vocabulary does not know it. */
function isAtFault({ topics: vocabulary }: Article, topics: readonly string[], index: number): boolean {
  const topic = topics[index] ?? "";
  if (topics.indexOf(topic) < index) return true;
  return isControlled(vocabulary) ? lookUp(vocabulary, topic).kind !== "known" : splitTopic(topic).scheme === undefined;
}

function relatedTo(article: Article, key: string, index: number): readonly (Span & { readonly messageId: "here" })[] {
  const node = nodeAt(article.frontMatter?.root, [key, index]);
  return node === undefined ? [] : [{ messageId: "here", start: node.start, end: node.end }];
}
