import { isJsonObject, type JsonObject, type JsonValue } from "./jsonValue.ts";
import { type Alias, type Mapping, type Node, resolve, type Scalar } from "./node.ts";

/** More values than any author writes; aliases that would expand to more are an alias bomb. */
const MOST_VALUES = 100_000;

/** Aliases that lead deeper than this lead nowhere an author meant. */
const DEEPEST = 500;

/** The value of a node, or the alias at which it goes on without end or beyond all measure. */
export interface DataRead {
  readonly value: JsonValue | undefined;
  readonly endless: Alias | undefined;
}

/**
 * The value that Hugo's reader (go-yaml v2) gives a node: the last of two equal keys wins, `<<` merges, aliases are
 * expanded. Objects have no prototype, so a key such as `__proto__` is a key like any other.
 *
 * @returns the value, or `undefined` where aliases would expand without end or beyond all measure
 */
export function dataOf(node: Node | undefined): JsonValue | undefined {
  // What rules ask for is a single value nearly always, and at each keystroke.
  if (node?.kind === "scalar") return node.value;
  if (node === undefined || node.kind === "alias") return readData(node).value;
  const known = valuesOf.get(node);
  if (known !== undefined) return known;
  const { value } = readData(node);
  if (value !== undefined) valuesOf.set(node, value);
  return value;
}

/** The values of collections that were asked for: that happens often, and while an author types elsewhere they stay. */
const valuesOf = new WeakMap<Node, JsonValue>();

/** Says that a collection has the value of another one, as where it is the same one some characters further on. */
export function keepData(known: Node, same: Node): void {
  const value = valuesOf.get(known);
  if (value !== undefined) valuesOf.set(same, value);
}

/**
 * As `dataOf`, and says which alias is to blame where there is no value.
 *
 * @param nameOf the name that a key gets; its text without
 */
export function readData(node: Node | undefined, nameOf: KeyName = ({ text }) => text): DataRead {
  const budget: Budget = { left: MOST_VALUES, open: new Set(), alias: undefined, endless: undefined, nameOf };
  const value = read(node, budget);
  return { value: budget.endless === undefined ? value : undefined, endless: budget.endless };
}

/**
 * What a key is called.
 *
 * @param depth how many collections its mapping is in
 */
type KeyName = (key: Scalar, depth: number) => string;

interface Budget {
  readonly nameOf: KeyName;
  left: number;
  /** The collections being read: an alias that comes back to one of them has no end. */
  readonly open: Set<Node>;
  /** The alias that is being followed, the outermost one. */
  alias: Alias | undefined;
  endless: Alias | undefined;
}

function read(node: Node | undefined, budget: Budget): JsonValue {
  if (node?.kind !== "alias") return readNode(node, budget);
  if (budget.endless !== undefined) return null;
  const isOutermost = budget.alias === undefined;
  budget.alias ??= node;
  const value = readNode(resolve(node), budget);
  if (isOutermost) budget.alias = undefined;
  return value;
}

function readNode(node: Node | undefined, budget: Budget): JsonValue {
  if (node === undefined || node.kind === "alias") return null;
  if (budget.alias !== undefined && (--budget.left < 0 || budget.open.has(node) || budget.open.size > DEEPEST)) {
    budget.endless ??= budget.alias;
    return null;
  }
  if (node.kind === "scalar") return node.value;
  budget.open.add(node);
  const value = node.kind === "sequence" ? node.items.map((item) => read(item, budget)) : readMapping(node, budget);
  budget.open.delete(node);
  return value;
}

function readMapping(node: Mapping, budget: Budget): JsonObject {
  const object: Record<string, JsonValue> = Object.create(null);
  const merged: JsonValue[] = [];
  const depth = budget.open.size - 1;
  for (const { key, value } of node.pairs) {
    if (key.text === "<<" && key.style === "plain") merged.push(read(value, budget));
    else object[budget.nameOf(key, depth)] = read(value, budget);
  }
  for (const source of merged.flat(1)) {
    if (!isJsonObject(source)) continue;
    for (const [key, value] of Object.entries(source)) if (!Object.hasOwn(object, key)) object[key] = value;
  }
  return object;
}
