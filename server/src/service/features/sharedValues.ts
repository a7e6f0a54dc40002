import { removeItem, replaceNode, replaceValue } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { type Pair, pairAt, type Scalar, type Sequence } from "../document/node.ts";
import type { Span, TextEdit } from "../document/span.ts";
import { type Article, isArticle, isUnsure } from "../model/article.ts";
import { schemaAt, valuesOf } from "../model/schema.ts";
import type { Subject } from "../workspace/subject.ts";
import { uriIn } from "../workspace/uri.ts";
import { inTurns } from "./inTurns.ts";
import type { SiteEdit, TextPlace } from "./places.ts";
import type { Refusal } from "./refusal.ts";
import { changeSite } from "./siteChange.ts";
import type { SubjectAt } from "./topics/definition.ts";
import { insideQuotes } from "./topics/mentions.ts";
import { oneLine } from "./topics/newName.ts";

/** The keys whose values articles share, by what the index calls them. */
const KEYS = { tag: "tags", author: "author" } as const;

/** A tag or an author, where an article names it. Its span leaves the quotes out. */
export interface SharedValue extends Span {
  readonly kind: keyof typeof KEYS;
  readonly value: string;
  readonly node: Scalar;
  readonly pair: Pair;
  /** The list that it stands in; none where the key has a single value. */
  readonly list: Sequence | undefined;
}

/** The tag or author at an offset of an article. */
export function sharedValueAt(subject: Subject, offset: number): SharedValue | undefined {
  if (!isArticle(subject)) return undefined;
  for (const value of sharedValuesIn(subject)) if (value.start <= offset && offset <= value.end) return value;
  return undefined;
}

/** Every place where articles name the same tag or author. */
export async function sharedValueReferences(
  subject: Subject,
  value: SharedValue,
  subjectAt: SubjectAt,
): Promise<readonly TextPlace[]> {
  const found = await inTurns(usersOf(subject, value), async (uri): Promise<readonly TextPlace[]> => {
    const article = await subjectAt(uri);
    if (article === undefined || !isArticle(article)) return [];
    const { text } = article;
    return placesOf(article, value).map(({ start, end }) => ({ uri: article.uri, text, start, end }));
  });
  return found.flat();
}

/** Gives a tag or an author another name in all articles. Where one has the new name already, the old one is taken out. */
export function renameSharedValue(
  subject: Subject,
  value: SharedValue,
  { name: written, subjectAt }: { readonly name: string; readonly subjectAt: SubjectAt },
): Promise<SiteEdit | Refusal> | Refusal {
  const name = oneLine(written);
  if (typeof name !== "string") return name;
  const { contains } = schemaAt(subject.archetype.schema, [KEYS[value.kind]]) ?? {};
  if (contains !== undefined && valuesOf(contains).includes(value.value))
    return { refused: `\`${value.value}\` is what every article of its kind must have.` };
  return changeSite(subject, usersOf(subject, value), {
    subjectAt,
    edits: (article) => editsIn(article, value, name),
  });
}

function editsIn(article: Article, value: SharedValue, name: string): readonly TextEdit[] {
  const { text } = article;
  let isThere = [...sharedValuesIn(article)].some((other) => other.kind === value.kind && other.value === name);
  const edits: TextEdit[] = [];
  for (const { list, node, pair } of placesOf(article, value)) {
    const removal = isThere && list !== undefined ? removeItem(text, list, list.items.indexOf(node)) : undefined;
    if (removal !== undefined) edits.push(removal);
    else edits.push(list === undefined ? replaceValue(text, pair, name) : replaceNode(text, node, name, list.style));
    // Neighbours in brackets cannot both be taken out.
    isThere = list?.style === "block";
  }
  return edits;
}

function placesOf(article: Article, { kind, value }: SharedValue): readonly SharedValue[] {
  return [...sharedValuesIn(article)].filter((other) => other.kind === kind && other.value === value);
}

function* sharedValuesIn(article: Article): Generator<SharedValue> {
  const { frontMatter } = article;
  for (const kind of ["tag", "author"] as const) {
    const pair = pairAt(frontMatter?.root, [KEYS[kind]]);
    if (frontMatter === undefined || pair === undefined || isUnsure(article, [KEYS[kind]])) continue;
    const list = pair.value.kind === "sequence" ? pair.value : undefined;
    for (const node of list?.items ?? [pair.value]) {
      if (node.kind !== "scalar" || typeof node.value !== "string" || node.value.trim() === "") continue;
      if (!isBroken(frontMatter, node)) yield { kind, value: node.value, node, pair, list, ...insideQuotes(node) };
    }
  }
}

function usersOf({ index, model }: Subject, { kind, value }: SharedValue): readonly string[] {
  const paths = index.find(kind, value).map(({ path }) => path);
  return paths.toSorted().map((path) => uriIn(model.root, path));
}
