import type { Body } from "../document/body/body.ts";
import { type FrontMatter, isBroken } from "../document/frontMatter.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { type Mapping, mayRepeat, type Pair, type Path, pairAt, parentAt } from "../document/node.ts";
import { oncePerText } from "../document/oncePerText.ts";
import { type Archetype, derivedFieldAt } from "./archetype.ts";
import { communityOf } from "./community.ts";
import type { ContentModel } from "./contentModel.ts";
import { agrees, type DerivedField } from "./derivedField.ts";
import { oncePerDocument } from "./oncePer.ts";
import { stemOf } from "./stem.ts";
import { type StructuredDocument, schemaErrorsOf, valueIn } from "./structuredDocument.ts";

/** A Markdown file whose front matter names, or whose place matches, an archetype. */
export interface Article extends StructuredDocument {
  /** Where the file is below the site's root, with `/` between folders. */
  readonly path: string;
  readonly frontMatter: FrontMatter | undefined;
  /** `undefined` where nobody can tell what it is: the front matter is missing, not closed or not read. */
  readonly body: Body | undefined;
  readonly archetype: Archetype;
  /** The time, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/**
 * Recognises an article, by the `archetype` its front matter names or by its place.
 *
 * @param path where the file is below the site's root
 * @returns `undefined` for a file that is no article: about such a file there is nothing to say
 */
export function recognise(
  { uri, path, text, now, assets, index }: Pick<Article, "uri" | "path" | "text" | "now" | "assets" | "index">,
  { frontMatter, body }: Pick<Article, "frontMatter" | "body">,
  model: ContentModel,
): Article | undefined {
  const value = valueIn(frontMatter);
  const archetype = archetypeOf(path, value, model);
  if (archetype === undefined) return undefined;
  // Each by its name: to a copy of the first V8 would add the others one by one, at each keystroke.
  return {
    uri,
    path,
    text,
    now,
    assets,
    index,
    memo: new Map(),
    schemaErrors: schemaErrorsOf(frontMatter, archetype),
    stem: stemOf(path),
    frontMatter,
    body,
    archetype,
    model,
    topics: model.topicsFor(path),
    value,
    community: communityOf(
      archetype.files.communityOf(path),
      {
        path,
        clues: archetype.communityClues,
        defaults: archetype.communityDefaults,
        communities: model.communities,
      },
      value,
    ),
  };
}

/** The archetype that a file's front matter names or its place below the site's root has. */
export function archetypeOf(
  path: string,
  value: (path: Path) => JsonValue | undefined,
  { archetypes }: ContentModel,
): Archetype | undefined {
  if (!isContent(path)) return undefined;
  const named = value(["archetype"]);
  return archetypes.find(({ name }) => name === named) ?? archetypes.find(({ files }) => files.matches(path));
}

/** Whether an article may stand at a path below the site's root; for that of a folder, with a slash at its end, in it. */
export function isContent(path: string): boolean {
  return !NOT_CONTENT.test(path);
}

/** Whether a text with data is an article, and none of the site's own files. */
export function isArticle(document: StructuredDocument): document is Article {
  return "path" in document;
}

/**
 * The value that a derived field should have; `undefined` where nothing says what it should be, as while a line is half
 * typed that it follows from.
 */
export function expectedValue(article: StructuredDocument, field: DerivedField): JsonValue | undefined {
  const known = expectedValues(article);
  if (!known.has(field)) known.set(field, workOut(article, field));
  return known.get(field);
}

const expectedValues = oncePerDocument((_: StructuredDocument) => new Map<DerivedField, JsonValue | undefined>());

function workOut(article: StructuredDocument, field: DerivedField): JsonValue | undefined {
  return field.inputs.some((input) => isUnknown(article, input)) ? undefined : field.derive(article);
}

/** Whether nothing can follow from a key: nobody can tell its value, or it is of the wrong type. */
function isUnknown(article: StructuredDocument, key: string): boolean {
  const known = unknownInputs(article);
  const answer = known.get(key) ?? (isUnsure(article, pathOfKey(key)) || isOfWrongType(article, key));
  known.set(key, answer);
  return answer;
}

const pathOfKey = oncePerText((key: string): Path => key.split("."));

/** Several fields follow from the same key. */
const unknownInputs = oncePerDocument((_: StructuredDocument) => new Map<string, boolean>());

/** Whether the schema asks for another type of value at a key, or at a part of it. */
function isOfWrongType(article: StructuredDocument, key: string): boolean {
  const places = wronglyTyped(article);
  return places.length > 0 && places.some((place) => place.startsWith(`/${key.replaceAll(".", "/")}/`));
}

const wronglyTyped = oncePerDocument(({ schemaErrors }: StructuredDocument) =>
  schemaErrors()
    .filter(({ keyword }) => keyword === "type")
    .map(({ instancePath }) => `${instancePath}/`),
);

/** The value that a derived field should have and has not. */
export function disagreement(article: StructuredDocument, field: DerivedField): JsonValue | undefined {
  const expected = expectedValue(article, field);
  const actual = article.value(field.path);
  return expected === undefined || actual === undefined || agrees(field, actual, expected) ? undefined : expected;
}

/** The value that the key at a path should have and has not, where it is derived. */
export function disagreementAt(article: StructuredDocument, path: Path): JsonValue | undefined {
  const field = derivedFieldAt(article.archetype, path);
  return field && disagreement(article, field);
}

/** Whether nobody can tell the value of a key: a line of it cannot be read, or the key has rivals. */
export function isUnsure(article: StructuredDocument, path: Path): boolean {
  const { frontMatter } = article;
  if (frontMatter === undefined) return false;
  // Nothing is broken nearly always.
  if (frontMatter.broken.length === 0) return hasRivals(article, path);
  const pair = pairAt(frontMatter.root, path);
  return pair !== undefined && (isBroken(frontMatter, pair) || hasRivals(article, path));
}

/** Whether a key stands several times with different values. Hugo does not tell letter cases apart. */
export function hasRivals(document: StructuredDocument, path: Path): boolean {
  const mapping = parentAt(document.frontMatter?.root, path);
  const key = path.at(-1);
  if (mapping?.kind !== "mapping" || typeof key !== "string" || !mayRepeat(mapping)) return false;
  const known = rivalKeys(document);
  const rivals = known.get(mapping) ?? rivalKeysIn(mapping, document.text);
  known.set(mapping, rivals);
  return rivals.has(key.toLowerCase());
}

const rivalKeys = oncePerDocument((_: StructuredDocument) => new Map<Mapping, ReadonlySet<string>>());

/** The keys of a mapping that stand there with several values, in lower case. */
function rivalKeysIn({ pairs }: Mapping, text: string): ReadonlySet<string> {
  const last = new Map<string, Pair>();
  const rivals = new Set<string>();
  for (const pair of pairs) {
    const name = pair.key.text.toLowerCase();
    const before = last.get(name);
    if (before !== undefined && valueSource(text, before) !== valueSource(text, pair)) rivals.add(name);
    last.set(name, pair);
  }
  return rivals;
}

function valueSource(text: string, { value }: Pair): string {
  return text.slice(value.start, value.end);
}

/** Templates, dependencies, and the pages of a section itself or about its folder. */
const NOT_CONTENT =
  /(?:^|\/)(?:archetypes|layouts|themes|node_modules|\.[^/]*)\/|(?:^|\/)(?:_index(?:\.[^/]*)?|README|readme)\.md$/;
