import type { JsonValue } from "../document/jsonValue.ts";

/**
 * How one list differs from another at one place. `index` counts in the list as it is, `expected` in the list as it should
 * be; what is missing side by side is one difference.
 */
export type Difference =
  | { readonly kind: "replace"; readonly index: number; readonly expected: number }
  | { readonly kind: "insert"; readonly index: number; readonly expected: readonly number[] }
  | { readonly kind: "remove"; readonly index: number };

/**
 * The fewest changes that make one list of another (edit distance), so that one missing item is one difference and not
 * as many as items follow it.
 */
export function differencesOf(
  actual: readonly JsonValue[],
  expected: readonly JsonValue[],
  isSame: (actual: JsonValue, expectedIndex: number) => boolean,
): readonly Difference[] {
  const [rows, columns] = [actual.length, expected.length];
  if (rows === columns && actual.every(isSame)) return [];
  // costs[i][j]: changes needed for what follows item i of the one and item j of the other.
  const costs = Array.from({ length: rows + 1 }, (_, i) =>
    Array.from({ length: columns + 1 }, (_, j) => rows - i + (columns - j)),
  );
  const costAt = (i: number, j: number): number => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const replaced = costAt(i + 1, j + 1) + (isSame(actual[i] ?? null, j) ? 0 : 1);
      const row = costs[i];
      if (row !== undefined) row[j] = Math.min(replaced, 1 + costAt(i + 1, j), 1 + costAt(i, j + 1));
    }
  }
  const differences: Difference[] = [];
  for (let i = 0, j = 0; i < rows || j < columns; ) {
    const same = i < rows && j < columns && isSame(actual[i] ?? null, j);
    if (i < rows && j < columns && costAt(i, j) === costAt(i + 1, j + 1) + (same ? 0 : 1)) {
      if (!same) differences.push({ kind: "replace", index: i, expected: j });
      i++;
      j++;
    } else if (j < columns && costAt(i, j) === 1 + costAt(i, j + 1)) {
      const from = j++;
      while (j < columns && costAt(i, j) === 1 + costAt(i, j + 1)) j++;
      differences.push({ kind: "insert", index: i, expected: range(from, j) });
    } else {
      differences.push({ kind: "remove", index: i++ });
    }
  }
  return differences;
}

/** The items of one list with the items of another that they stand for or are in the place of, both by their indexes. */
export function alignmentOf(
  actual: readonly JsonValue[],
  expected: readonly JsonValue[],
  isSame: (actual: JsonValue, expectedIndex: number) => boolean,
): readonly (readonly [index: number, expected: number])[] {
  const pairs: (readonly [number, number])[] = [];
  // These are in the order of the list.
  const differences = differencesOf(actual, expected, isSame);
  let next = 0;
  let expectedIndex = 0;
  for (let index = 0; index < actual.length; index++) {
    let isExtra = false;
    for (let difference = differences[next]; difference?.index === index; difference = differences[++next]) {
      if (difference.kind === "insert") expectedIndex += difference.expected.length;
      isExtra ||= difference.kind === "remove";
    }
    if (!isExtra) pairs.push([index, expectedIndex++]);
  }
  return pairs;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
