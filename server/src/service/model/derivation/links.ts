import type { Path } from "../../document/node.ts";
import type { DerivedField } from "../derivedField.ts";
import { createDerivedField, type Derivation, keyOf, referencesIn } from "./derivation.ts";

/** A derivation of a site's configuration: the key it gives, and where it stands there. */
export interface KeyedDerivation {
  readonly path: readonly string[];
  readonly derivation: Derivation;
  readonly place: Path;
}

/**
 * Makes derived fields of derivations, each after those that it reads.
 *
 * @param others the fields there are besides; a derivation of the same key takes their place
 * @returns all fields, and for each derivation that follows from itself the keys on its way back
 */
export function linkDerivations(
  derivations: readonly KeyedDerivation[],
  others: readonly DerivedField[],
): {
  readonly fields: readonly DerivedField[];
  readonly circles: readonly { readonly place: Path; readonly keys: readonly string[] }[];
} {
  const own = new Map(derivations.map((one) => [one.path.join("."), one]));
  const fields = new Map(others.map((field) => [field.path.join("."), field]));
  for (const key of own.keys()) fields.delete(key);
  const circles: { readonly place: Path; readonly keys: readonly string[] }[] = [];
  const open: string[] = [];
  const closed = new Set<string>();

  const ownerOf = (key: string, owners: ReadonlyMap<string, unknown>): string | undefined => {
    const steps = key.split(".");
    return steps.map((_, index) => steps.slice(0, steps.length - index).join(".")).find((name) => owners.has(name));
  };
  const link = (key: string): void => {
    const derivation = own.get(key);
    const back = open.indexOf(key);
    if (back !== -1) {
      const keys = [...open.slice(back), key];
      const place = own.get(keys.find((name) => own.has(name)) ?? key)?.place;
      if (place !== undefined) circles.push({ place, keys });
      for (const name of keys) own.delete(name);
      return;
    }
    if (closed.has(key)) return;
    open.push(key);
    const read = derivation === undefined ? (fields.get(key)?.inputs ?? []) : keysIn(derivation.derivation);
    for (const name of read) {
      const owner = ownerOf(name, own) ?? ownerOf(name, fields);
      if (owner !== undefined) link(owner);
    }
    open.pop();
    closed.add(key);
    if (derivation === undefined || !own.has(key)) return;
    fields.set(
      key,
      createDerivedField(derivation.path, derivation.derivation, (name) => fields.get(ownerOf(name, fields) ?? "")),
    );
  };
  for (const key of [...own.keys()]) link(key);
  return { fields: [...fields.values()], circles };
}

function keysIn(derivation: Derivation): readonly string[] {
  return referencesIn(derivation).flatMap(({ name }) => keyOf(name) ?? []);
}
