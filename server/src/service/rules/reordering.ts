import { narrowed } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import type { Sequence } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import type { Fix } from "./rule.ts";

/** A list that holds what it should, in another order: from the first item that is out of place to the last, and the answer. */
export interface Reordering extends Span {
  readonly messageId: "order";
  readonly fix: Fix<"reorder">;
}

interface Expectation {
  readonly actual: readonly JsonValue[];
  readonly length: number;
  isSame(value: JsonValue, expectedIndex: number): boolean;
}

/**
 * Finds that a list has all the right items and only their order is wrong, which is one slip and not one for each item.
 *
 * @param actual the values of the items
 * @param length how many there should be
 * @param isSame whether a value will do at a place of the expected list
 */
export function reorderingOf(
  text: string,
  { items, start, end }: Sequence,
  { actual, length, isSame }: Expectation,
): Reordering | undefined {
  // What is anchored must stand before what refers to it.
  if (items.length !== length || length < 2 || /[&*]\w/.test(text.slice(start, end))) return undefined;
  const isAt = (index: number, at: number) => isSame(actual[index] ?? null, at);
  const left = new Set(items.keys());
  const moved: { readonly to: number; readonly from: number }[] = [];
  for (const to of items.keys()) if (isAt(to, to)) left.delete(to);
  for (const to of items.keys()) {
    if (isAt(to, to)) continue;
    const from = [...left].find((index) => isAt(index, to));
    if (from === undefined) return undefined;
    left.delete(from);
    moved.push({ to, from });
  }
  const places = moved.flatMap(({ to }) => items[to] ?? []);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || places.some((item) => item.start === item.end)) return undefined;
  const edits = (): readonly TextEdit[] =>
    moved.flatMap(({ to, from }) => {
      const [place, item] = [items[to], items[from]];
      if (place === undefined || item === undefined) return [];
      return [narrowed(text, { start: place.start, end: place.end, newText: text.slice(item.start, item.end) })];
    });
  return { messageId: "order", start: first.start, end: last.end, fix: { messageId: "reorder", edits } };
}
