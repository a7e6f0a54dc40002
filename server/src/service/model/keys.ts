import { columnOf } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { linesOf } from "../document/lines.ts";
import {
  findPair,
  isSamePath,
  type Mapping,
  type Node,
  nodeAt,
  type Pair,
  type Path,
  pairAt,
} from "../document/node.ts";
import type { Span } from "../document/span.ts";
import type { BrokenLines } from "../document/syntaxProblem.ts";
import { derivedFieldOver } from "./archetype.ts";
import { disagreement, expectedValue } from "./article.ts";
import { oncePerDocument } from "./oncePer.ts";
import { pathOf, schemaAt } from "./schema.ts";
import type { StructuredDocument } from "./structuredDocument.ts";
import { rankByLikeness } from "./text/likeness.ts";

/** A key that the archetype does not know. */
export interface UnknownKey {
  readonly pair: Pair;
  readonly path: Path;
  /** The key that was surely meant. */
  readonly meant: string | undefined;
  /** The mapping above that lacks this very key: only the indentation is wrong. */
  readonly owner: Pair | undefined;
}

/** A key that an article must have and has not. */
export interface MissingKey {
  readonly path: Path;
  readonly key: string;
  /** The key or delimiter it belongs to. */
  readonly anchor: Span;
}

/**
 * The keys of an article that its archetype does not know, and what was meant by them. Not those that stand
 * there twice, if only in another letter case: another rule says so.
 */
export const unknownKeys = oncePerDocument((article: StructuredDocument): readonly UnknownKey[] => {
  const found: UnknownKey[] = [];
  // A mapping may hold thousands of unknown keys: what is the same for all of them is worked out once.
  const ofMapping = new Map<
    Mapping,
    { readonly spellings: ReadonlyMap<string, number>; readonly absent: AbsentKeys }
  >();
  for (const error of article.schemaErrors) {
    if (error.keyword !== "additionalProperties") continue;
    const path = pathOf(error.instancePath, article.frontMatter?.values ?? {});
    const name = String(error.params.additionalProperty);
    const mapping = nodeAt(article.frontMatter?.root, path);
    if (mapping?.kind !== "mapping") continue;
    const { spellings, absent } = ofMapping.get(mapping) ?? {
      spellings: countSpellings(mapping),
      absent: absentKeys(mapping, article, path),
    };
    ofMapping.set(mapping, { spellings, absent });
    const pair = findPair(mapping, name);
    const isRepeated = (spellings.get(name.toLowerCase()) ?? 0) > 1;
    if (pair?.key.text !== name || isRepeated) continue;
    const owner = ownerAbove(pair, article, { path, mapping });
    const meant = owner === undefined ? meantBy(name, absent) : undefined;
    found.push({ pair, path, meant, owner });
  }
  return found;
});

/**
 * The keys that an article lacks. One that is only misspelt or half typed is not missing; and while the end of the front
 * matter is not marked, nobody knows what belongs to it.
 */
export function missingKeys(article: StructuredDocument): readonly MissingKey[] {
  const { frontMatter } = article;
  if (frontMatter?.block.closer === undefined) return [];
  const required = article.schemaErrors
    .filter(({ keyword }) => keyword === "required")
    .map(({ instancePath, params }) => [...pathOf(instancePath, frontMatter.values), String(params.missingProperty)]);
  const wanted = [...required, ...missingDerivations(article)];
  if (wanted.length === 0) return [];
  const unknown = unknownKeys(article);
  return wanted.flatMap((whole) => {
    const path = whole.slice(0, -1);
    const key = String(whole.at(-1));
    if (unknown.some((other) => other.meant === key && isSamePath(other.path, path))) return [];
    // Keys that follow one with the wrong indentation are lost with it.
    if (unknown.some((other) => other.owner && isSamePath([...other.path, other.owner.key.text], path))) return [];
    if (frontMatter.broken.some((lines) => mayHold(article, lines, key))) return [];
    // Of a derived list that differs it is told how.
    const over = path.some((step) => typeof step === "number") ? derivedFieldOver(article.archetype, path) : undefined;
    if (over !== undefined && disagreement(article, over.field) !== undefined) return [];
    const anchor = path.length === 0 ? frontMatter.block.opener : anchorOf(frontMatter.root, path);
    return anchor === undefined || (path.length > 0 && isBroken(frontMatter, anchor)) ? [] : [{ path, key, anchor }];
  });
}

/** The derived keys that must stand because their values are known, and do not stand in the mapping that is theirs. */
function missingDerivations(article: StructuredDocument): readonly Path[] {
  return article.archetype.derivedFields
    .filter((field) => {
      const { mustStand, path } = field;
      const mapping = mustStand && nodeAt(article.frontMatter?.root, path.slice(0, -1));
      if (mapping === undefined || mapping.kind !== "mapping") return false;
      return findPair(mapping, path.at(-1) ?? "") === undefined && expectedValue(article, field) !== undefined;
    })
    .map(({ path }) => path);
}

/** The key of a mapping; in a list its own first key. */
function anchorOf(root: Node | undefined, path: Path): Span | undefined {
  const mapping = nodeAt(root, path);
  return pairAt(root, path)?.key ?? (mapping?.kind === "mapping" ? mapping.pairs[0]?.key : undefined);
}

/** Whether unreadable lines may hold a key: it stands in them, or they start as it does, or nobody knows how they start. */
function mayHold({ text }: StructuredDocument, lines: BrokenLines, key: string): boolean {
  const typed = lines.key.toLowerCase();
  const [firstWord] = typed.split(" ");
  const isThere = [...linesOf(text, lines.start, lines.end)].some((line) =>
    line.text.trimStart().startsWith(`${key}:`),
  );
  if (isThere || firstWord === key.toLowerCase() || key.toLowerCase().startsWith(typed)) return true;
  return rankByLikeness(typed, [key], String).certain !== undefined;
}

/** The nearest mapping above a key, be it empty, in which that key is known and missing. */
function ownerAbove(
  { key }: Pair,
  article: StructuredDocument,
  { path, mapping }: { readonly path: Path; readonly mapping: Mapping },
): Pair | undefined {
  const above = mapping.pairs.findLast(
    ({ start, value }) => start < key.start && (isBlockMapping(value) || isEmpty(value)),
  );
  if (above === undefined || columnOf(article.text, above.start) !== columnOf(article.text, key.start))
    return undefined;
  if (above.value.kind === "mapping" && findPair(above.value, key.text) !== undefined) return undefined;
  const { schema } = article.archetype;
  // Where any key will do, none belongs for its name.
  const isOf = (owner: Pair, name: string) =>
    Object.hasOwn(schemaAt(schema, [...path, owner.key.text])?.properties ?? {}, name);
  // What stands between them must have slipped out with it: from behind another key nothing can be indented into `above`.
  const between = mapping.pairs.filter(({ start }) => above.start < start && start < key.start);
  const isNext = between.every((pair) => isOf(above, pair.key.text) && !schema.properties?.[pair.key.text]);
  return isNext && isOf(above, key.text) ? above : undefined;
}

function isBlockMapping(node: Node): boolean {
  return node.kind === "mapping" && node.style === "block";
}

function isEmpty(node: Node): boolean {
  return node.kind === "scalar" && node.start === node.end;
}

/** The keys that a mapping may have and has not. */
interface AbsentKeys {
  readonly required: readonly string[];
  readonly all: readonly string[];
}

function absentKeys(mapping: Mapping, article: StructuredDocument, path: Path): AbsentKeys {
  const present = new Set(mapping.pairs.map(({ key }) => key.text));
  const { properties = {}, required = [] } = schemaAt(article.archetype.schema, path) ?? {};
  const all = Object.keys(properties).filter((key) => !present.has(key));
  return { all, required: all.filter((key) => required.includes(key)) };
}

function meantBy(name: string, { all, required }: AbsentKeys): string | undefined {
  const sameButCase = all.find((key) => key.toLowerCase() === name.toLowerCase());
  if (sameButCase !== undefined) return sameButCase;
  const alike = rankByLikeness(name, required, String).certain ?? rankByLikeness(name, all, String).certain;
  return alike ?? abbreviated(name, required);
}

/** The one key that is missing and starts with what was written, as `description` does with `desc`. */
function abbreviated(name: string, missing: readonly string[]): string | undefined {
  const [key, ...others] = missing.filter((key) => key.toLowerCase().startsWith(name.toLowerCase()));
  return name.length > 1 && others.length === 0 ? key : undefined;
}

/** How often each key stands in a mapping, letter case aside. */
function countSpellings({ pairs }: Mapping): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of pairs) {
    const folded = key.text.toLowerCase();
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return counts;
}
