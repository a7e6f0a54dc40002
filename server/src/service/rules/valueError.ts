import { isBroken } from "../document/frontMatter.ts";
import { lineAt } from "../document/lines.ts";
import { type Node, nodeAt, type Pair, type Path, pairAt, startsWith } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import { disagreement, hasRivals, isArticle } from "../model/article.ts";
import { roleOf } from "../model/dates/dates.ts";
import { grouped } from "../model/grouped.ts";
import { isRefused } from "../model/hugo/refusals.ts";
import { isInTaxonomy } from "../model/hugo/taxonomies.ts";
import { leavesSite } from "../model/images/use.ts";
import { unknownKeys } from "../model/keys.ts";
import { oncePerDocument } from "../model/oncePer.ts";
import { pathOf, type Schema, type SchemaError, schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { placeOf, placeOfItem } from "./place.ts";

/** An error of the schema about a value, at its place. */
export interface ValueError {
  readonly error: SchemaError;
  readonly path: Path;
  readonly schema: Schema;
  readonly node: Node;
  /** The pair whose value it is, `undefined` for a list item. */
  readonly pair: Pair | undefined;
  readonly place: Span;
  /** The same error in the other items of a list whose length is fixed: such a list is one value, and its error one slip. */
  readonly others: readonly ValueError[];
}

/**
 * What the schema has against the values of an article, the first error of each value only. Left out is what another
 * rule says better: a derived value that differs, an image outside of the site, a term of a vocabulary, a mapping whose keys
 * stand below it unindented, a date.
 */
export const valueErrors = oncePerDocument((article: StructuredDocument): readonly ValueError[] =>
  joined([...found(article)], article.archetype.schema),
);

/** The errors, with those of a list of fixed length as one. */
function joined(errors: readonly ValueError[], root: Schema): readonly ValueError[] {
  const groups = grouped(errors, ({ path, error: { instancePath, keyword } }) => {
    const list = typeof path.at(-1) === "number" ? schemaAt(root, path.slice(0, -1)) : undefined;
    const isOfFixedLength = list?.minItems !== undefined && list.minItems === list.maxItems;
    return isOfFixedLength ? `${path.slice(0, -1).join("/")} ${keyword}` : instancePath;
  });
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ ...first, others }]));
}

function* found(article: StructuredDocument): Generator<ValueError> {
  const { frontMatter, archetype } = article;
  if (frontMatter === undefined) return;
  const seen = new Set<string>();
  const owners = unknownKeys(article).map(({ owner }) => owner);
  for (const error of article.schemaErrors()) {
    if (error.keyword === "required" || error.keyword === "additionalProperties") continue;
    if (error.schemaPath.includes("/contains/") || seen.has(error.instancePath)) continue;
    const path = pathOf(error.instancePath, frontMatter.values);
    const schema = schemaAt(archetype.schema, path);
    const node = nodeAt(frontMatter.root, path);
    if (schema === undefined || node === undefined || isSaidElsewhere(article, path, { schema, node })) continue;
    if (path.length === 0) {
      // What is no list or mapping because a line of it cannot be read is said to be unreadable.
      if (frontMatter.problems.length > 0) continue;
      seen.add(error.instancePath);
      const { start, end } = lineAt(article.text, node.start);
      yield { error, path, schema, node, pair: undefined, place: { start, end }, others: [] };
      continue;
    }
    const owner = ownerOf(article, path);
    if (owner === undefined) continue;
    const pair = pairAt(frontMatter.root, path);
    if (pair !== undefined && owners.includes(pair)) continue;
    const place = pair === undefined ? placeOfItem(article.text, node, owner.pair.key) : placeOf(pair);
    if (isBroken(frontMatter, place) || isBroken(frontMatter, pair ?? node) || hasRivals(article, owner.path)) continue;
    seen.add(error.instancePath);
    yield { error, path, schema, node, pair, place, others: [] };
  }
}

function isSaidElsewhere(
  article: StructuredDocument,
  path: Path,
  { schema, node }: { schema: Schema; node: Node },
): boolean {
  if (schema["x-vocabulary"] !== undefined && node.kind === "mapping") return true;
  if ((isArticle(article) && isSaidOfHugo(path, node)) || isRefused(article, path)) return true;
  if (leavesSite(article, path)) return true;
  return article.archetype.derivedFields.some(
    (field) => startsWith(path, field.path) && disagreement(article, field) !== undefined,
  );
}

/** The rules about Hugo know better what becomes of these. */
function isSaidOfHugo(path: Path, node: Node): boolean {
  const [key, ...deeper] = path;
  if (isInTaxonomy(path)) return node.kind === "mapping";
  if (deeper.length > 0 || node.kind !== "scalar") return false;
  if (key === "draft") return node.text !== "";
  // A date that is a number or a switch; up to 0.135 `published: false` is as good as `draft: true`.
  return roleOf(String(key)) !== undefined && node.value !== null && node.value !== "";
}

/** The pair that a path ends in, or that holds the list it ends in. */
function ownerOf(article: StructuredDocument, whole: Path): { readonly path: Path; readonly pair: Pair } | undefined {
  for (let length = whole.length; length > 0; length--) {
    const path = whole.slice(0, length);
    const pair = pairAt(article.frontMatter?.root, path);
    if (pair !== undefined) return { path, pair };
  }
  return undefined;
}
