import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { derivedFieldAt } from "./archetype.ts";
import { expectedValue } from "./article.ts";
import { schemaAt } from "./schema.ts";
import type { StructuredDocument } from "./structuredDocument.ts";

/** The only value a key can have: derived, or the one the schema allows, or the neutral or least one to start from. */
export function knownValue(article: StructuredDocument, path: Path): JsonValue | undefined {
  const field = derivedFieldAt(article.archetype, path);
  const schema = schemaAt(article.archetype.schema, path);
  const contained = schema?.contains?.const;
  const least = contained === undefined ? undefined : [contained];
  return (field && expectedValue(article, field)) ?? schema?.const ?? schema?.default ?? least;
}
