import type { Span } from "./span.ts";

/** YAML's node kinds, with exact places. Offsets count from the start of the document, not of the front matter. */
export type Node = Scalar | Mapping | Sequence | Alias;

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** A single value. Its span includes the quotes; an empty value has an empty span. */
export interface Scalar extends Span {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  readonly value: string | number | boolean | null;
  /** The text of the value with quotes, escapes and folding undone, before it is read as a number or a boolean. */
  readonly text: string;
}

/** One `key: value` of a mapping, from the start of the key to the end of the value. */
export interface Pair extends Span {
  readonly key: Scalar;
  readonly value: Node;
  /** The style of the mapping that it stands in. */
  readonly style: Mapping["style"];
}

export interface Mapping extends Span {
  readonly kind: "mapping";
  readonly style: "block" | "flow";
  readonly pairs: readonly Pair[];
}

export interface Sequence extends Span {
  readonly kind: "sequence";
  readonly style: "block" | "flow";
  /** Whether it stands between the brackets of another collection, where nothing can be in block style. */
  readonly isInFlow: boolean;
  readonly items: readonly Node[];
}

/** `*name`: stands for the node that `&name` marks, when there is one. */
export interface Alias extends Span {
  readonly kind: "alias";
  readonly name: string;
  readonly target: Node | undefined;
}

/** A place in the data: keys and list indexes from the root (JSON Schema's instance location, taken apart). */
export type Path = readonly (string | number)[];

/** Whether two paths lead to the same place. */
export function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && startsWith(a, b);
}

/** Whether a path leads to a place, or into what stands there. */
export function startsWith(path: Path, start: Path): boolean {
  // Asked of each derived field at each keystroke: a loop makes nothing that is thrown away.
  for (let index = 0; index < start.length; index++) if (start[index] !== path[index]) return false;
  return true;
}

/** What stands at an offset. */
export interface Location {
  readonly path: Path;
  readonly part: "key" | "value";
  readonly node: Node;
}

/**
 * The pair of a key. The exact spelling counts first, then one that differs only in letter case, because Hugo reads
 * both alike; where a key stands twice, the last one, which is the one that counts for Hugo.
 */
export function findPair(mapping: Mapping, key: string): Pair | undefined {
  if (mapping.pairs.length > MOST_UNINDEXED) {
    const { exact, folded } = indexOf(mapping);
    return exact.get(key) ?? folded.get(key.toLowerCase());
  }
  const { pairs } = mapping;
  for (let index = pairs.length - 1; index >= 0; index--) if (pairs[index]?.key.text === key) return pairs[index];
  const folded = key.toLowerCase();
  return pairs.findLast((pair) => pair.key.text.toLowerCase() === folded);
}

/** A vocabulary has tens of thousands of small mappings, and an index costs more than looking through a few pairs. */
const MOST_UNINDEXED = 8;

/** Whether a key may stand in a mapping more than once, letter case aside: a small mapping has no index that would know. */
export function mayRepeat(mapping: Mapping): boolean {
  return mapping.pairs.length <= MOST_UNINDEXED || indexOf(mapping).folded.size < mapping.pairs.length;
}

/** The last pair of each key, by its spelling and by its lower case. */
interface PairIndex {
  readonly exact: ReadonlyMap<string, Pair>;
  readonly folded: ReadonlyMap<string, Pair>;
}

const indexes = new WeakMap<Mapping, PairIndex>();

/** Rules ask for a hundred keys: looking through all pairs for each would cost the square of a mapping's size. */
function indexOf(mapping: Mapping): PairIndex {
  const known = indexes.get(mapping);
  if (known !== undefined) return known;
  const exact = new Map<string, Pair>();
  const folded = new Map<string, Pair>();
  for (const pair of mapping.pairs) {
    exact.set(pair.key.text, pair);
    folded.set(pair.key.text.toLowerCase(), pair);
  }
  indexes.set(mapping, { exact, folded });
  return { exact, folded };
}

/** The pair that a path ends in, `undefined` for the root, for a list item and for what is not there. */
export function pairAt(root: Node | undefined, path: Path): Pair | undefined {
  const key = path.at(-1);
  const parent = parentAt(root, path);
  return typeof key === "string" && parent?.kind === "mapping" ? findPair(parent, key) : undefined;
}

/** The node that holds what a path leads to, whether or not that is there; the root itself holds the root. */
export function parentAt(root: Node | undefined, path: Path): Node | undefined {
  return walk(root, path, path.length - 1);
}

/** The node at a path, aliases followed. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  return walk(root, path, path.length);
}

/** Follows the first steps of a path. Rules do it hundreds of times at each keystroke: nothing is made on the way. */
function walk(root: Node | undefined, path: Path, steps: number): Node | undefined {
  let node = resolve(root);
  for (let index = 0; index < steps; index++) {
    const step = path[index];
    if (node?.kind === "mapping" && typeof step === "string") node = resolve(findPair(node, step)?.value);
    else if (node?.kind === "sequence" && typeof step === "number") node = resolve(node.items[step]);
    else return undefined;
  }
  return node;
}

/** What stands at an offset, the innermost first; a cursor just behind a key or a value still means it. */
export function locate(root: Node | undefined, offset: number): Location | undefined {
  return root === undefined ? undefined : locateIn(root, offset, []);
}

/** All scalars that are values, with their paths, in the order of the text. Aliases are not followed. */
export function* scalarsIn(
  node: Node | undefined,
  path: Path = [],
): Generator<{ readonly path: Path; readonly node: Scalar }> {
  if (node?.kind === "scalar") yield { path, node };
  else if (node?.kind === "mapping")
    for (const { key, value } of node.pairs) yield* scalarsIn(value, [...path, key.text]);
  else if (node?.kind === "sequence")
    for (const [index, item] of node.items.entries()) yield* scalarsIn(item, [...path, index]);
}

/** Follows an alias to the node it stands for. */
export function resolve(node: Node | undefined): Node | undefined {
  let current = node;
  for (let hops = 0; current?.kind === "alias" && hops < 100; hops++) current = current.target;
  return current?.kind === "alias" ? undefined : current;
}

function locateIn(node: Node, offset: number, path: Path): Location | undefined {
  if (offset < node.start || offset > node.end) return undefined;
  switch (node.kind) {
    case "mapping":
      for (const pair of node.pairs) {
        const key = pair.key;
        const here = [...path, key.text];
        if (key.start <= offset && offset <= key.end) return { path: here, part: "key", node: key };
        const found = locateIn(pair.value, offset, here);
        if (found !== undefined) return found;
      }
      break;
    case "sequence":
      for (const [index, item] of node.items.entries()) {
        const found = locateIn(item, offset, [...path, index]);
        if (found !== undefined) return found;
      }
      break;
    case "scalar":
    case "alias":
      break;
  }
  return { path, part: "value", node };
}
