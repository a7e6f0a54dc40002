import type { DerivedField } from "./derivedField.ts";
import type { Schema, Validate } from "./schema.ts";

/** A kind of article: what it must hold, what follows from what, and where its files are. */
export interface Archetype {
  readonly name: string;
  readonly schema: Schema;
  readonly validate: Validate;
  /** Where its files are, as a glob below a content folder. */
  readonly files: string;
  readonly derivedFields: readonly DerivedField[];
  /** The keys that hold the way to the article, name by name and link by link. */
  readonly breadcrumbs: { readonly labels: DerivedField; readonly links: DerivedField } | undefined;
  /** The key that repeats the topics as a JSON list in a text. */
  readonly topicsText: DerivedField | undefined;
}

/** The derived field of a path, where there is one. */
export function derivedFieldAt(archetype: Archetype, path: readonly (string | number)[]): DerivedField | undefined {
  const name = path.join("\0");
  return archetype.derivedFields.find((field) => field.path.join("\0") === name);
}
