import { isBroken } from "../document/frontMatter.ts";
import { type Mapping, nodeAt, type Pair, type Path, pairAt } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import type { BrokenLines } from "../document/syntaxProblem.ts";
import type { Article } from "./article.ts";
import { rankByLikeness } from "./likeness.ts";
import { pathOf, type SchemaError, schemaAt } from "./schema.ts";

/** A key that the archetype does not know. */
export interface UnknownKey {
  readonly pair: Pair;
  readonly path: Path;
  /** The key that was surely meant. */
  readonly meant: string | undefined;
}

/** A key that an article must have and has not. */
export interface MissingKey {
  readonly path: Path;
  readonly key: string;
  /** The key or delimiter it belongs to. */
  readonly anchor: Span;
}

/** What ajv says of the values of an article. */
export function schemaErrors(article: Article): readonly SchemaError[] {
  const { validate } = article.archetype;
  const values = article.frontMatter?.values;
  return values === undefined || validate(values) ? [] : (validate.errors ?? []);
}

/** The keys of an article that its archetype does not know, and what was meant by them. */
export function unknownKeys(article: Article): readonly UnknownKey[] {
  const found: UnknownKey[] = [];
  for (const error of schemaErrors(article)) {
    if (error.keyword !== "additionalProperties") continue;
    const path = pathOf(error.instancePath, article.frontMatter?.values ?? {});
    const name = String(error.params.additionalProperty);
    const mapping = nodeAt(article.frontMatter?.root, path);
    if (mapping?.kind !== "mapping") continue;
    const pair = mapping.pairs.findLast(({ key }) => key.text === name);
    if (pair !== undefined) found.push({ pair, path, meant: meantBy(name, article, { path, mapping }) });
  }
  return found;
}

/** The keys that an article lacks. One that is only misspelt or half typed is not missing. */
export function missingKeys(article: Article): readonly MissingKey[] {
  const { frontMatter } = article;
  if (frontMatter === undefined) return [];
  const errors = schemaErrors(article).filter(({ keyword }) => keyword === "required");
  if (errors.length === 0) return [];
  const misspelt = unknownKeys(article);
  return errors.flatMap((error) => {
    const path = pathOf(error.instancePath, frontMatter.values);
    const key = String(error.params.missingProperty);
    const name = [...path, key].join("\0");
    if (misspelt.some((unknown) => [...unknown.path, unknown.meant].join("\0") === name)) return [];
    if (frontMatter.broken.some((lines) => isStartOf(lines, key))) return [];
    const parent = pairAt(frontMatter.root, path);
    const anchor = path.length === 0 ? frontMatter.block.opener : parent?.key;
    return anchor === undefined || (path.length > 0 && isBroken(frontMatter, anchor)) ? [] : [{ path, key, anchor }];
  });
}

/** Whether an unreadable line may hold a key: it starts as the key does, or nobody knows how it starts. */
function isStartOf(lines: BrokenLines, key: string): boolean {
  const typed = lines.key.toLowerCase();
  return key.toLowerCase().startsWith(typed) || rankByLikeness(typed, [key], String).certain !== undefined;
}

function meantBy(
  name: string,
  article: Article,
  { path, mapping }: { readonly path: Path; readonly mapping: Mapping },
): string | undefined {
  const present = new Set(mapping.pairs.map(({ key }) => key.text));
  const properties = Object.keys(schemaAt(article.archetype.schema, path)?.properties ?? {}).filter(
    (key) => !present.has(key),
  );
  const sameButCase = properties.find((key) => key.toLowerCase() === name.toLowerCase());
  return sameButCase ?? rankByLikeness(name, properties, String).certain;
}
