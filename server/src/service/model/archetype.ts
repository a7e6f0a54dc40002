import type { JsonObject } from "../document/jsonValue.ts";
import { isSamePath, type Path, startsWith } from "../document/node.ts";
import { type ArticleFiles, createArticleFiles } from "./articleFiles.ts";
import type { CommunityDefaults } from "./community.ts";
import type { CommunityClues } from "./communityClues.ts";
import type { DerivedField } from "./derivedField.ts";
import { imagesOf } from "./images/paths.ts";
import type { NewArticle } from "./newArticle.ts";
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
  readonly files: ArticleFiles;
  /** What tells the community of an article that stands elsewhere, and the name of one that is not listed. */
  readonly communityClues: CommunityClues;
  readonly communityDefaults: CommunityDefaults;
  /** The paths of the keys that hold the file of an image. */
  readonly images: readonly (readonly string[])[];
  /** The keys whose values no other article may have: those that the schema marks with `x-unique`. */
  readonly uniqueKeys: readonly string[];
  /** The keys that hold the way to the article, name by name and link by link. */
  readonly breadcrumbs: { readonly labels: DerivedField; readonly links: DerivedField } | undefined;
  /** The key that says the file's name, a UUID. */
  readonly fileName: DerivedField | undefined;
  /** The key that repeats the topics as a JSON list in a text. */
  readonly topicsText: DerivedField | undefined;
  /** The keys that hold one address twice: where the page shows it, and where OpenProject has it. */
  readonly sameAddresses: readonly (readonly [link: DerivedField, copy: DerivedField])[];
  /** The key that names the site that the first address leads to. */
  readonly brand: DerivedField | undefined;
  /** The URI of the file that a new article starts from; `undefined` where it starts from its schema. */
  readonly scaffold: string | undefined;
  /** What a new article says beside its answers and what follows from them. */
  startsWith?(article: NewArticle): JsonObject;
}

/** An archetype of which nothing is known but its schema. */
export function plainArchetype(name: string, { schema, validate }: Pick<Kind, "schema" | "validate">): Archetype {
  return {
    name,
    schema,
    validate,
    files: createArticleFiles([]),
    communityClues: { slugs: [], names: [] },
    communityDefaults: () => ({}),
    derivedFields: [],
    images: imagesOf(schema),
    uniqueKeys: uniqueKeysOf(schema),
    breadcrumbs: undefined,
    fileName: undefined,
    topicsText: undefined,
    sameAddresses: [],
    brand: undefined,
    scaffold: undefined,
  };
}

/** The keys at the top that a schema marks with `x-unique`. */
export function uniqueKeysOf({ properties = {} }: Schema): readonly string[] {
  return Object.keys(properties).filter((key) => properties[key]?.["x-unique"] === true);
}

/** The derived field of a path, where there is one. */
export function derivedFieldAt(archetype: Kind, path: Path): DerivedField | undefined {
  return archetype.derivedFields.find((field) => isSamePath(field.path, path));
}

/** The derived field that a path is in, and the rest of the path within it. */
export function derivedFieldOver(
  archetype: Kind,
  path: Path,
): { readonly field: DerivedField; readonly rest: Path } | undefined {
  const field = archetype.derivedFields.find((one) => startsWith(path, one.path));
  return field && { field, rest: path.slice(field.path.length) };
}

/** What messages call a kind, as in "There is no such key in …". */
export function nounOf({ name, noun }: Kind): string {
  return noun ?? `\`${name}\` articles`;
}
