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
import { derivedFieldOver, type Kind } from "./archetype.ts";
import { disagreement, expectedValue } from "./article.ts";
import { markedPaths } from "./markedPaths.ts";
import { meantIn } from "./meantKey.ts";
import { oncePer, oncePerDocument } from "./oncePer.ts";
import { pathOf, type Schema, schemaAt } from "./schema.ts";
import type { StructuredDocument } from "./structuredDocument.ts";
import { rankByLikeness } from "./text/likeness.ts";

/** A key that the archetype does not know. */
export interface UnknownKey {
  readonly pair: Pair;
  readonly path: Path;
  /** The key that was surely meant. */
  readonly meant: string | undefined;
  /** Whether that stands there, and only its colon is missing: what follows, up to some other colon, is its value. */
  readonly lacksColon: boolean;
  /** The mapping above that lacks this very key: only the indentation is wrong. */
  readonly owner: Pair | undefined;
}

/** A key that an article must have and has not. */
export interface MissingKey {
  readonly path: Path;
  readonly key: string;
  /** The key or delimiter it belongs to. */
  readonly anchor: Span;
  /** Whether nothing breaks without it: every article of its kind has it, if only empty. */
  readonly isExpected: boolean;
  /** Whether no unknown key beside it may turn out to be it once other keys are right. */
  readonly isSure: boolean;
}

/**
 * The keys of an article that its archetype does not know, and what was meant by them. Not those that stand
 * there twice, if only in another letter case: another rule says so.
 */
export const unknownKeys = oncePerDocument((article: StructuredDocument): readonly UnknownKey[] => {
  const found: UnknownKey[] = [];
  // A mapping may hold thousands of unknown keys: what is the same for all of them is worked out once.
  const read = new Map<Mapping, MappingKeys>();
  for (const error of article.schemaErrors()) {
    if (error.keyword !== "additionalProperties") continue;
    const path = pathOf(error.instancePath, article.frontMatter?.values ?? {});
    const name = String(error.params.additionalProperty);
    const mapping = nodeAt(article.frontMatter?.root, path);
    if (mapping?.kind !== "mapping") continue;
    const keys = read.get(mapping) ?? keysOf(mapping, article, path);
    read.set(mapping, keys);
    const pair = findPair(mapping, name);
    const isRepeated = (keys.spellings.get(name.toLowerCase()) ?? 0) > 1;
    if (pair?.key.text !== name || isRepeated || isUnreadable(article, pair.key)) continue;
    const owner = keys.owners.get(pair);
    const runOver = owner === undefined ? keys.runOverBy(pair) : undefined;
    const meant = runOver ?? (owner === undefined ? keys.meantBy(pair) : undefined);
    found.push({ pair, path, meant, lacksColon: runOver !== undefined, owner });
  }
  return found;
});

/** What is known of all keys of a mapping. */
interface MappingKeys {
  /** How often each stands there, letter case aside. */
  readonly spellings: ReadonlyMap<string, number>;
  /** The pairs above that some of them belong into. */
  readonly owners: ReadonlyMap<Pair, Pair>;
  readonly meantBy: (pair: Pair) => string | undefined;
  /** The missing key that a key starts with. */
  readonly runOverBy: (pair: Pair) => string | undefined;
}

function keysOf(mapping: Mapping, article: StructuredDocument, path: Path): MappingKeys {
  return {
    spellings: countSpellings(mapping),
    owners: ownersIn(mapping, article, path),
    ...meantIn(mapping, article, path),
  };
}

function isUnreadable({ frontMatter }: StructuredDocument, span: Span): boolean {
  return frontMatter !== undefined && isBroken(frontMatter, span);
}

/**
 * The keys that an article lacks. One that is only misspelt or half typed is not missing; and while the end of the front
 * matter is not marked, nobody knows what belongs to it.
 */
export function missingKeys(article: StructuredDocument): readonly MissingKey[] {
  const { frontMatter } = article;
  if (frontMatter?.block.closer === undefined) return [];
  const required = article
    .schemaErrors()
    .filter(({ keyword }) => keyword === "required")
    .map(({ instancePath, params }) => [...pathOf(instancePath, frontMatter.values), String(params.missingProperty)]);
  const expected = missingExpectations(article);
  const wanted = [...required, ...missingDerivations(article), ...expected];
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
    return anchor === undefined || (path.length > 0 && isBroken(frontMatter, anchor))
      ? []
      : [
          {
            path,
            key,
            anchor,
            isExpected: expected.includes(whole),
            isSure: path.length === 0 || !mayBeBeside(unknown, path),
          },
        ];
  });
}

/** The derived keys that must stand because their values are known, and do not stand in the mapping that is theirs. */
function missingDerivations(article: StructuredDocument): readonly Path[] {
  return article.archetype.derivedFields
    .filter((field) => {
      const { mustStand, path } = field;
      const mapping = mustStand && nodeAt(article.frontMatter?.root, path.slice(0, -1));
      return lacks(mapping || undefined, path.at(-1)) && expectedValue(article, field) !== undefined;
    })
    .map(({ path }) => path);
}

/** The keys that the schema expects and that do not stand in the mapping that is theirs. */
function missingExpectations({ archetype, frontMatter }: StructuredDocument): readonly Path[] {
  return expectedKeys(archetype).filter((path) => lacks(nodeAt(frontMatter?.root, path.slice(0, -1)), path.at(-1)));
}

/** Whether a key does not stand in a mapping, nor in one that is merged into it. */
function lacks(node: Node | undefined, key = ""): boolean {
  return node?.kind === "mapping" && findPair(node, key) === undefined && findPair(node, "<<") === undefined;
}

const expectedKeys = oncePer(({ schema }: Kind) => markedPaths(schema, (property) => property["x-expected"] === true));

/** Whether unknown keys stand in a mapping of which nobody can tell what is meant. */
function mayBeBeside(unknown: readonly UnknownKey[], path: Path): boolean {
  return unknown.some((one) => one.meant === undefined && one.owner === undefined && isSamePath(one.path, path));
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

/**
 * Of the keys of a mapping that have slipped out of one above them, the pair of that one: the nearest whose value is a
 * mapping or empty, in which they are known and missing.
 */
function ownersIn(mapping: Mapping, article: StructuredDocument, path: Path): ReadonlyMap<Pair, Pair> {
  const { schema } = article.archetype;
  const owners = new Map<Pair, Pair>();
  let above: Pair | undefined;
  let known: Schema["properties"] = {};
  // What stands between them must have slipped out with it: from behind another key nothing can be indented into `above`.
  let isNext = false;
  for (const pair of mapping.pairs) {
    const { text } = pair.key;
    // Where any key will do, none belongs for its name.
    const isKnown = Object.hasOwn(known ?? {}, text);
    if (above !== undefined && isNext && isKnown && isFree(above, pair, article)) owners.set(pair, above);
    isNext &&= isKnown && !schema.properties?.[text];
    if (!isBlockMapping(pair.value) && !isEmpty(pair.value)) continue;
    above = pair;
    known = schemaAt(schema, [...path, text])?.properties;
    isNext = true;
  }
  return owners;
}

/** Whether a key stands at the same column as one above it, in whose mapping it is missing. */
function isFree(above: Pair, { key }: Pair, { text }: StructuredDocument): boolean {
  if (columnOf(text, above.start) !== columnOf(text, key.start)) return false;
  return above.value.kind !== "mapping" || findPair(above.value, key.text) === undefined;
}

function isBlockMapping(node: Node): boolean {
  return node.kind === "mapping" && node.style === "block";
}

function isEmpty(node: Node): boolean {
  return node.kind === "scalar" && node.start === node.end;
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
