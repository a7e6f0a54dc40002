import { areIndependent, type KnownEntries } from "./knownEntries.ts";
import { lineAt } from "./lines.ts";
import type { Mapping, Pair } from "./node.ts";
import { readPlainEntry } from "./plainEntry.ts";
import type { YamlReader } from "./plainScalar.ts";
import type { Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";
import { newContext, readYamlNodes } from "./yamlNodes.ts";

export interface YamlRead {
  readonly root: Mapping | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly broken: readonly BrokenLines[];
  /** The top-level entries, whole lines each. */
  readonly entries: readonly Span[];
}

/** More entries than these that only the `yaml` package can read are read faster together. */
const MOST_ALONE = 8;

/**
 * Reads the YAML of front matter entry by entry, which is the fast way: what was read before is not read again, and what
 * has a plain shape needs no YAML reader.
 *
 * @param reader whose reading of values counts
 * @param known what was read before of these entries, by the same reader
 * @returns `undefined` where the entries depend on each other or one is faulty: that only a look at the whole can tell. A
 *   key that is being typed, one word without its colon, is no such fault.
 */
export function readByEntry(
  text: string,
  entries: readonly Span[],
  { reader, known }: { readonly reader: YamlReader; readonly known?: KnownEntries | undefined },
): YamlRead | undefined {
  if (!areIndependent(text, entries)) return undefined;
  const pairs: Pair[] = [];
  let typed: TypedKey | undefined;
  let alone = 0;
  for (const [index, entry] of entries.entries()) {
    const own = known?.pairsOf(index) ?? plainPairs(text, entry, reader);
    if (own !== undefined) {
      for (const pair of own) pairs.push(pair);
      continue;
    }
    const key = typed === undefined ? typedKeyIn(text, entry) : undefined;
    if (key !== undefined) {
      typed = key;
      continue;
    }
    if (++alone > MOST_ALONE) return undefined;
    const { root, errors } = readYamlNodes(text.slice(entry.start, entry.end), entry.start, newContext(reader));
    if (errors.length > 0 || root?.kind !== "mapping" || root.style === "flow") return undefined;
    for (const pair of root.pairs) pairs.push(pair);
  }
  return { root: together(pairs), problems: typed?.problems ?? [], broken: typed?.broken ?? [], entries };
}

/** The mapping that entries make. */
export function together(pairs: readonly Pair[]): Mapping | undefined {
  const first = pairs[0];
  const last = pairs.at(-1);
  return first && last && { kind: "mapping", style: "block", pairs, start: first.start, end: last.end };
}

function plainPairs(text: string, entry: Span, reader: YamlReader): readonly Pair[] | undefined {
  const pair = readPlainEntry(text, entry, reader);
  return pair && [pair];
}

type TypedKey = Pick<YamlRead, "problems" | "broken">;

/** The fault of an entry that is nothing but words: a key whose colon has not been typed yet. */
function typedKeyIn(text: string, entry: Span): TypedKey | undefined {
  const line = lineAt(text, entry.start);
  const key = /^[A-Za-z_][\w -]*(?= *$)/.exec(line.text)?.[0].trimEnd();
  if (key === undefined || line.next !== entry.end) return undefined;
  const { start } = line;
  return {
    problems: [{ code: "missingColon", start, end: start + key.length }],
    broken: [{ start, end: line.end, key }],
  };
}
