import type { DerivedField } from "./derivedField.ts";
import type { Schema, Validate } from "./schema.ts";

/** A kind of data: what it must hold, and what follows from what. */
export interface Kind {
  readonly name: string;
  readonly schema: Schema;
  readonly validate: Validate;
  readonly derivedFields: readonly DerivedField[];
  /** What its like is called in messages, where it is no article. */
  readonly noun?: string;
}

/** A kind of article: what it must hold, what follows from what, and where its files are. */
export interface Archetype extends Kind {
  /** Where its files are, as a glob below a content folder. */
  readonly files: string;
  /** The paths of the keys that hold the file of an image. */
  readonly images: readonly (readonly string[])[];
  /** The keys that hold the way to the article, name by name and link by link. */
  readonly breadcrumbs: { readonly labels: DerivedField; readonly links: DerivedField } | undefined;
  /** The key that repeats the topics as a JSON list in a text. */
  readonly topicsText: DerivedField | undefined;
  /** The keys that hold one address twice: where the page shows it, and where OpenProject has it. */
  readonly sameAddresses: readonly (readonly [link: DerivedField, copy: DerivedField])[];
  /** The key that names the site that the first address leads to. */
  readonly brand: DerivedField | undefined;
}

/** The derived field of a path, where there is one. */
export function derivedFieldAt(archetype: Kind, path: readonly (string | number)[]): DerivedField | undefined {
  const name = path.join("\0");
  return archetype.derivedFields.find((field) => field.path.join("\0") === name);
}

/** What messages call a kind, as in "There is no such key in …". */
export function nounOf({ name, noun }: Kind): string {
  return noun ?? `\`${name}\` articles`;
}
