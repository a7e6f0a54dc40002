import { isJsonObject, type JsonObject, type JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { type Derivation, factNames, keyOf, referencesIn } from "../model/derivation/derivation.ts";
import type { KeyedDerivation } from "../model/derivation/links.ts";
import { parseTemplate } from "../model/derivation/template.ts";
import type { Schema } from "../model/schema.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import type { DataFile, SiteProblem } from "./dataFile.ts";

/** What `derive` of an archetype says. */
export interface DerivationConfig {
  readonly derivations: readonly KeyedDerivation[];
  /** All keys that stand there, those with a fault among them. */
  readonly named: ReadonlySet<string>;
  /** The keys that are not to be derived, though something built in says how. */
  readonly removed: readonly string[];
  readonly problems: readonly SiteProblem[];
}

/** More keys than any article has, and deeper than any nests. */
const MOST_KEYS = 300;
const DEEPEST = 12;

/**
 * Reads `derive`: keys, dotted or nested, with templates, lists of templates and constants. One that has a fault is left
 * out; the rest counts.
 *
 * @param place where `derive` stands in the file
 * @param schema the schema of the articles: where it is closed, keys and names that it does not know are faults
 */
export function readDerivations(
  file: DataFile,
  { derive, place, schema }: { readonly derive: JsonValue | undefined; readonly place: Path; readonly schema: Schema },
): DerivationConfig {
  const derivations: KeyedDerivation[] = [];
  const named = new Set<string>();
  const removed: string[] = [];
  const problems: SiteProblem[] = [];
  const readKeys = (mapping: JsonObject, path: readonly string[], at: Path): void => {
    for (const [name, value] of Object.entries(mapping)) {
      const keyPath = [...path, ...name.split(".")];
      const keyPlace = [...at, name];
      named.add(keyPath.join("."));
      const unknown = unknownKey(keyPath, schema);
      if (unknown !== undefined) problems.push(file.problemAt(keyPlace, unknown, "key"));
      else if (derivations.length >= MOST_KEYS || keyPath.length > DEEPEST)
        problems.push(file.problemAt(keyPlace, TOO_MANY, "key"));
      else if (value === null) removed.push(keyPath.join("."));
      else if (isJsonObject(value)) readKeys(value, keyPath, keyPlace);
      else {
        const derivation = readDerivation(file, value, { place: keyPlace, schema, problems });
        if (derivation !== undefined) derivations.push({ path: keyPath, derivation, place: keyPlace });
      }
    }
  };
  if (isJsonObject(derive)) readKeys(derive, [], place);
  return { derivations, named, removed, problems };
}

const TOO_MANY = `\`derive\` may have ${MOST_KEYS} keys, ${DEEPEST} levels deep.`;

interface Reading {
  readonly place: Path;
  readonly schema: Schema;
  readonly problems: SiteProblem[];
}

/** `undefined` where a part of it has a fault, which is added to the problems. */
function readDerivation(file: DataFile, value: JsonValue, reading: Reading): Derivation | undefined {
  const { place, schema, problems } = reading;
  if (place.length > 2 * DEEPEST) {
    problems.push(file.problemAt(place, TOO_MANY));
    return undefined;
  }
  if (typeof value === "string") {
    const read = parseTemplate(value);
    if ("fault" in read) {
      problems.push(file.problemAt(place, read.fault.message, read.fault));
      return undefined;
    }
    const derivation: Derivation = { kind: "template", template: read.template, text: value };
    const faults = referencesIn(derivation).flatMap((reference) => {
      const message = unknownName(reference.name, schema);
      return message === undefined ? [] : file.problemAt(place, message, reference);
    });
    problems.push(...faults);
    return faults.length === 0 ? derivation : undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => readDerivation(file, item, { ...reading, place: [...place, index] }));
    const usable = items.filter((item) => item !== undefined);
    return usable.length < items.length ? undefined : { kind: "list", items: usable };
  }
  if (!isJsonObject(value)) return { kind: "constant", value };
  const entries = Object.entries(value).map(
    ([key, child]) => [key, readDerivation(file, child, { ...reading, place: [...place, key] })] as const,
  );
  const usable = entries.flatMap(([key, child]) => (child === undefined ? [] : [[key, child] as const]));
  return usable.length < entries.length ? undefined : { kind: "mapping", entries: usable };
}

function unknownName(name: Path, schema: Schema): string | undefined {
  const key = keyOf(name);
  if (key === undefined) return undefined;
  const [group = "", fact] = key.split(".");
  if ((group === "community" || group === "file") && fact !== undefined) {
    const [meant] = rankByLikeness(key, factNames, String).ranked;
    return `There is no \`${key}\`.${meant === undefined ? "" : ` Is \`${meant}\` meant?`}`;
  }
  return unknownKey(key.split("."), schema);
}

/** Says so where a schema knows all its keys and a key is not among them. */
function unknownKey(
  [first = ""]: readonly string[],
  { properties = {}, additionalProperties }: Schema,
): string | undefined {
  if (first === "") return "A key is missing here.";
  if (additionalProperties !== false || Object.hasOwn(properties, first)) return undefined;
  const [meant] = rankByLikeness(first, Object.keys(properties), String).ranked;
  return `The schema has no key \`${first}\`.${meant === undefined ? "" : ` Is \`${meant}\` meant?`}`;
}
