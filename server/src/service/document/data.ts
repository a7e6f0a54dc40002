import { isJsonObject, type JsonObject, type JsonValue } from "./jsonValue.ts";
import { type Mapping, type Node, resolve } from "./node.ts";

/** More values than any author writes; aliases that would expand to more are an alias bomb. */
const MOST_VALUES = 100_000;

/**
 * The value that Hugo's reader (go-yaml v2) gives a node: the last of two equal keys wins, `<<` merges, aliases are
 * expanded. Objects have no prototype, so a key such as `__proto__` is a key like any other.
 *
 * @returns the value, or `undefined` where aliases would expand without end or beyond all measure
 */
export function dataOf(node: Node | undefined): JsonValue | undefined {
  const budget: Budget = { left: MOST_VALUES, exceeded: false, open: new Set() };
  const value = read(node, budget);
  return budget.exceeded ? undefined : value;
}

interface Budget {
  left: number;
  exceeded: boolean;
  /** The collections being read: an alias that comes back to one of them has no end. */
  readonly open: Set<Node>;
}

function read(given: Node | undefined, budget: Budget): JsonValue {
  const node = resolve(given);
  if (node === undefined) return null;
  if (--budget.left < 0 || budget.open.has(node)) {
    budget.exceeded = true;
    return null;
  }
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence": {
      budget.open.add(node);
      const items = node.items.map((item) => read(item, budget));
      budget.open.delete(node);
      return items;
    }
    case "mapping": {
      budget.open.add(node);
      const object = readMapping(node, budget);
      budget.open.delete(node);
      return object;
    }
    case "alias":
      return null;
  }
}

function readMapping(node: Mapping, budget: Budget): JsonObject {
  const object: Record<string, JsonValue> = Object.create(null);
  const merged: JsonValue[] = [];
  for (const pair of node.pairs) {
    if (pair.key.text === "<<") merged.push(read(pair.value, budget));
    else object[pair.key.text] = read(pair.value, budget);
  }
  for (const source of merged.flat(1)) {
    if (isJsonObject(source)) for (const [key, value] of Object.entries(source)) object[key] ??= value;
  }
  return object;
}
