import { dataOf } from "../document/data.ts";
import { insertItems, insertPair, removeItem, replaceNode, replaceValue } from "../document/edits.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../document/jsonValue.ts";
import { findPair, type Mapping, type Node, type Pair, type Sequence } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import { differencesOf } from "../model/alignment.ts";
import { covers } from "../model/derivedField.ts";
import { shown } from "../model/shown.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { reorderingOf } from "./reordering.ts";
import type { Finding, MessageData } from "./rule.ts";

type MessageId = "order" | "reorder" | "differs" | "lacks" | "extra" | "replace" | "add" | "remove";

/** Compares a derived list with what it should be, down to the values that differ, so that the rest is left alone. */
export function* differencesInList(
  text: string,
  pair: Pair,
  { name, expected }: { readonly name: string; readonly expected: readonly JsonValue[] },
): Generator<Finding<MessageId>> {
  const rewrite = (): readonly TextEdit[] => [replaceValue(text, pair, expected)];
  const context: Context = { text, rewrite };
  if (pair.value.kind === "sequence" && mayBePartlyRight(pair.value, expected)) {
    yield* inSequence(pair.value, expected, { ...context, key: name, fallback: pair.key });
  } else {
    yield found("differs", { key: name, expected: shown(expected) }, { ...placeOf(pair), edits: rewrite });
  }
}

/** Whether a list has an item to keep. Of texts and numbers that are all others, and more or fewer, it has none. */
function mayBePartlyRight({ items }: Sequence, expected: readonly JsonValue[]): boolean {
  if (items.length === 0) return false;
  if (items.length === expected.length || expected.some((value) => typeof value === "object")) return true;
  return items.some((item) => expected.some((value) => covers(dataOf(item) ?? null, value)));
}

interface Context {
  readonly text: string;
  /** Writes the whole list anew: for what is of another kind than expected. */
  rewrite(): readonly TextEdit[];
}

interface Part extends Context {
  readonly key: string;
  /** Where a problem is shown that has no place of its own. */
  readonly fallback: Span;
}

function* inSequence(list: Sequence, expected: readonly JsonValue[], part: Part): Generator<Finding<MessageId>> {
  const { text, key, fallback } = part;
  const actual = list.items.map((item) => dataOf(item) ?? null);
  const isSame = (value: JsonValue, at: number) => covers(value, expected[at] ?? null);
  const reordering = reorderingOf(text, list, { actual, length: expected.length, isSame });
  if (reordering !== undefined) return yield { ...reordering, data: { key } };
  for (const difference of differencesOf(actual, expected, isSame)) {
    const { index } = difference;
    const item = list.items[index];
    const name = `${key}[${index}]`;
    if (difference.kind === "insert") {
      const wanted = difference.expected.map((at) => expected[at] ?? null);
      const edits = (): readonly TextEdit[] => insertItems(text, list, index, wanted);
      yield found("lacks", { key, expected: wanted.map(shown).join(", ") }, { ...fallback, edits });
    } else if (item === undefined) continue;
    else if (difference.kind === "remove") {
      const edits = (): readonly TextEdit[] => [removeItem(text, list, index) ?? []].flat();
      const place = placeOfItem(text, item, fallback);
      yield found("extra", { key, expected: shown(actual[index] ?? null) }, { ...place, edits });
    } else {
      const wanted = expected[difference.expected] ?? null;
      const place = placeOfItem(text, item, fallback);
      const replace = (value: Scalar): readonly TextEdit[] => [replaceNode(text, item, value, list.style)];
      yield* inNode(item, wanted, { ...part, key: name, fallback: place, place, replace });
    }
  }
}

type Scalar = string | number | boolean | null;

interface Leaf extends Part {
  readonly place: Span;
  replace(value: Scalar): readonly TextEdit[];
}

function* inNode(node: Node, expected: JsonValue, leaf: Leaf): Generator<Finding<MessageId>> {
  const { key, place, rewrite } = leaf;
  if (isJsonObject(expected) && node.kind === "mapping") yield* inMapping(node, expected, leaf);
  else if (Array.isArray(expected) && node.kind === "sequence" && node.items.length > 0)
    yield* inSequence(node, expected, leaf);
  else {
    const edits = typeof expected === "object" && expected !== null ? rewrite : () => leaf.replace(expected as Scalar);
    yield found("differs", { key, expected: shown(expected) }, { ...place, edits });
  }
}

function* inMapping(mapping: Mapping, expected: JsonObject, part: Part): Generator<Finding<MessageId>> {
  const { text, key } = part;
  for (const [name, value] of Object.entries(expected)) {
    const pair = findPair(mapping, name);
    if (pair === undefined) {
      const place = mapping.pairs[0]?.key ?? part.fallback;
      const edits = (): readonly TextEdit[] => [insertPair(text, mapping, name, value)];
      yield found("lacks", { key, expected: `${name}: ${shown(value)}` }, { ...place, edits });
    } else if (!covers(dataOf(pair.value) ?? null, value)) {
      const place = placeOf(pair);
      const replace = (scalar: Scalar): readonly TextEdit[] => [replaceValue(text, pair, scalar)];
      yield* inNode(pair.value, value, { ...part, key: `${key}.${name}`, fallback: pair.key, place, replace });
    }
  }
}

/** What to do about each way in which a list differs. */
const ANSWERS = { differs: "replace", lacks: "add", extra: "remove" } as const;

function found(
  messageId: keyof typeof ANSWERS,
  data: MessageData,
  { start, end, edits }: Span & { edits(): readonly TextEdit[] },
): Finding<MessageId> {
  return { messageId, data, start, end, fix: { messageId: ANSWERS[messageId], data, edits } };
}
