import { type JsonValue, valueAt } from "../../document/jsonValue.ts";
import type { Path } from "../../document/node.ts";
import { covers, type DerivedField, type Facts } from "../derivedField.ts";
import { evaluate, type Reference, referencesOf, type Template } from "./template.ts";

/** How a value follows from others, as a site's configuration says it: templates, in lists and mappings, or a constant. */
export type Derivation =
  | { readonly kind: "template"; readonly template: Template; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Derivation[] }
  | { readonly kind: "mapping"; readonly entries: readonly (readonly [key: string, value: Derivation])[] }
  | { readonly kind: "constant"; readonly value: JsonValue };

/** What a template may read besides keys of the article's front matter. */
const FACTS: { readonly [name: string]: (facts: PlaceFacts) => JsonValue | undefined } = {
  "community.slug": ({ community }) => community?.slug,
  "community.name": ({ community }) => community?.name,
  "community.mastHead": ({ community }) => community?.mastHead,
  "community.type": ({ community }) => community?.type,
  "file.stem": ({ stem }) => stem,
  "file.name": ({ path }) => path?.slice(path.lastIndexOf("/") + 1),
  "file.path": ({ path }) => path,
  "file.folder": ({ path }) => path?.slice(0, Math.max(0, path.lastIndexOf("/"))),
};

/** What is known of an article by its place. */
type PlaceFacts = Pick<Facts, "stem" | "path" | "community">;

/** What a name says of an article's community or file; `undefined` where it names a key. */
export function factValue(facts: PlaceFacts, name: Path): JsonValue | undefined {
  const key = name.join(".");
  return Object.hasOwn(FACTS, key) ? FACTS[key]?.(facts) : undefined;
}

/** The names of what a template may read besides keys. */
export const factNames: readonly string[] = Object.keys(FACTS);

/** The key that a name reads, without list indexes; `undefined` for a fact about the community or the file. */
export function keyOf(name: Path): string | undefined {
  const index = name.findIndex((step) => typeof step === "number");
  return Object.hasOwn(FACTS, name.join(".")) ? undefined : name.slice(0, index === -1 ? name.length : index).join(".");
}

/** Every name that a derivation reads. */
export function referencesIn(derivation: Derivation): readonly Reference[] {
  switch (derivation.kind) {
    case "template":
      return referencesOf(derivation.template);
    case "list":
      return derivation.items.flatMap(referencesIn);
    case "mapping":
      return derivation.entries.flatMap(([, value]) => referencesIn(value));
    case "constant":
      return [];
  }
}

/**
 * Makes a derived field of a derivation.
 *
 * @param fieldFor the derived field that gives a key, or the value around it; of such keys the expected value is taken.
 *   It must not lead back to this field.
 */
export function createDerivedField(
  path: readonly string[],
  derivation: Derivation,
  fieldFor: (key: string) => DerivedField | undefined,
): DerivedField {
  // A field may be asked for by many others: worked out once for each article, the work does not grow with the ways to it.
  const known = new WeakMap<Facts, { readonly value: JsonValue | undefined }>();
  const lookUp = (facts: Facts, name: Path): JsonValue | undefined => {
    const key = keyOf(name);
    if (key === undefined) return factValue(facts, name);
    const field = fieldFor(key);
    const expected = field && valueAt(field.derive(facts), name.slice(field.path.length));
    return expected ?? facts.value(name);
  };
  const keys = new Set(referencesIn(derivation).flatMap(({ name }) => keyOf(name) ?? []));
  const inputs = new Set([...keys].flatMap((key) => [key, ...(fieldFor(key)?.inputs ?? [])]));
  return {
    path,
    inputs: [...inputs],
    explanation: explain(derivation),
    derive(facts) {
      const found = known.get(facts) ?? { value: derivedValue(derivation, (name) => lookUp(facts, name)) };
      known.set(facts, found);
      return found.value;
    },
    // A list may hold more than the one value that follows.
    accepts: (actual, expected) =>
      covers(actual, expected) || (Array.isArray(actual) && typeof expected !== "object" && actual.includes(expected)),
  };
}

function derivedValue(derivation: Derivation, lookUp: (name: Path) => JsonValue | undefined): JsonValue | undefined {
  switch (derivation.kind) {
    case "template":
      return evaluate(derivation.template, lookUp);
    case "constant":
      return derivation.value;
    case "list": {
      const items = derivation.items.map((item) => derivedValue(item, lookUp));
      const known = items.filter((item) => item !== undefined);
      return known.length < items.length ? undefined : known;
    }
    case "mapping": {
      const entries = derivation.entries.flatMap(([key, part]): [string, JsonValue][] => {
        const value = derivedValue(part, lookUp);
        return value === undefined ? [] : [[key, value]];
      });
      return entries.length < derivation.entries.length ? undefined : Object.fromEntries(entries);
    }
  }
}

function explain(derivation: Derivation): string {
  const names = [...new Set(referencesIn(derivation).map(({ name }) => code(nameOf(name))))];
  if (names.length === 0) return "The site's configuration says it.";
  if (derivation.kind === "template") return `${code(derivation.text)}, as the site's configuration says.`;
  return `The site's configuration makes it of ${names.join(", ")}.`;
}

function nameOf(name: Path): string {
  return name.join(".").replace(/\.(\d+)(?=\.|$)/g, "[$1]");
}

function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
