import { dataOf } from "../document/data.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { isSamePath, type Mapping, type Pair, type Path } from "../document/node.ts";
import { grouped } from "./grouped.ts";
import { readHugoDate } from "./hugo/date.ts";
import { knownValue } from "./knownValue.ts";
import { type Schema, schemaAt } from "./schema.ts";
import type { StructuredDocument } from "./structuredDocument.ts";
import { rankByLikeness } from "./text/likeness.ts";

/** Says what was meant by the keys of a mapping that its schema does not know. */
export interface Meaning {
  /** The key that the mapping lacks, and that has nearly the same name or the very same value. */
  meantBy(pair: Pair): string | undefined;
  /** The key that the mapping lacks, and that stands there without its colon, as in `title New: a title`. */
  runOverBy(pair: Pair): string | undefined;
}

/** A mapping may hold thousands of unknown keys, so what is the same for all of them is worked out once. */
export function meantIn(mapping: Mapping, article: StructuredDocument, path: Path): Meaning {
  const { properties = {}, required = [] } = schemaAt(article.archetype.schema, path) ?? {};
  const present = new Set(mapping.pairs.map(({ key }) => key.text));
  const mustStand = (key: string) =>
    article.archetype.derivedFields.some((field) => field.mustStand && isSamePath(field.path, [...path, key]));
  const absent = Object.keys(properties).filter((key) => !present.has(key));
  const missing = absent.filter(
    (key) => required.includes(key) || properties[key]?.["x-expected"] === true || mustStand(key),
  );
  const unknown = mapping.pairs.filter(({ key }) => !Object.hasOwn(properties, key.text));
  // At the top, where a site may have keys of its own, only what never changes tells a key by its value.
  const valueOfMissing = (key: string) =>
    path.length === 0 ? properties[key]?.const : knownValue(article, [...path, key]);
  const wanted = grouped(missing, (key) => contentOf(valueOfMissing(key)));
  const written = wanted.size === 0 ? wanted : grouped(unknown, ({ value }) => contentOf(dataOf(value)));
  const meantByValue = ({ value }: Pair) => {
    const content = contentOf(dataOf(value)) ?? "";
    const [key, ...others] = wanted.get(content) ?? [];
    return others.length === 0 && written.get(content)?.length === 1 ? key : undefined;
  };
  return {
    meantBy: (pair) =>
      meantByName(pair.key.text, absent, missing) ??
      meantByDate(pair, missing, properties) ??
      (wanted.size === 0 ? undefined : meantByValue(pair)),
    runOverBy({ key }) {
      const first = key.style === "plain" ? /^[\w-]+(?=(?: +|:)\S)/.exec(key.text)?.[0] : undefined;
      return missing.find((name) => name === first);
    },
  };
}

function meantByName(name: string, absent: readonly string[], missing: readonly string[]): string | undefined {
  const sameButCase = absent.find((key) => key.toLowerCase() === name.toLowerCase());
  if (sameButCase !== undefined) return sameButCase;
  const alike = rankByLikeness(name, missing, String).certain ?? rankByLikeness(name, absent, String).certain;
  return alike ?? abbreviated(name, missing);
}

/** The one key that is missing and starts with what was written, as `description` does with `desc`. */
function abbreviated(name: string, missing: readonly string[]): string | undefined {
  const [key, ...others] = missing.filter((key) => key.toLowerCase().startsWith(name.toLowerCase()));
  return name.length > 1 && others.length === 0 ? key : undefined;
}

/** The one date that is missing and starts what was written, as `lastMod` does `lastModified` and `last_modified`. */
function meantByDate(
  { key, value }: Pair,
  missing: readonly string[],
  properties: { readonly [name: string]: Schema },
): string | undefined {
  if (value.kind !== "scalar" || readHugoDate(value) === undefined) return undefined;
  const name = key.text.toLowerCase().replace(/[-_]/g, "");
  const [date, ...others] = missing.filter(
    (other) => properties[other]?.format === "date-time" && name.startsWith(other.toLowerCase()),
  );
  return others.length === 0 ? date : undefined;
}

/** A text that is the same for equal values; `undefined` for an empty value, which says nothing, and for none. */
function contentOf(value: JsonValue | undefined): string | undefined {
  const isEmpty = value === undefined || value === null || value === "" || typeof value === "boolean";
  if (isEmpty || (typeof value === "object" && Object.keys(value).length === 0)) return undefined;
  return JSON.stringify(value);
}
