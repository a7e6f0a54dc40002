import type { JsonValue } from "../../document/jsonValue.ts";
import type { Path } from "../../document/node.ts";
import { isArticle } from "../../model/article.ts";
import { grouped } from "../../model/grouped.ts";
import type { StructuredDocument } from "../../model/structuredDocument.ts";
import { namesOf, usersOf } from "../../model/topicUse.ts";
import type { Term } from "../../model/vocabulary.ts";

/** Nobody reads a longer list. */
const MOST_COMMUNITIES = 5;

/** What can be said of the use of a topic. */
type Named = Pick<Term, "topic" | "scheme" | "altLabels">;

/** How many other articles use a topic, by any of its names, in words; `undefined` until all pages are read. */
export function countInWords(term: Named, { index, path }: StructuredDocument): string | undefined {
  if (!index.isWhole) return undefined;
  const names = namesOf(term);
  const own = path === undefined ? undefined : index.at(path)?.article?.topics;
  const count = usersOf(index, names).length - (own?.some((topic) => names.includes(topic)) ? 1 : 0);
  const other = path === undefined ? "" : "other ";
  return count === 0 ? `No ${other}article uses it.` : `Used by ${count} ${other}article${count === 1 ? "" : "s"}.`;
}

/** How many articles use a topic and in which communities, in Markdown. */
export function describeUse(term: Named, document: StructuredDocument): readonly string[] {
  const count = countInWords(term, document);
  if (count === undefined) return [];
  const { index, path, model } = document;
  const others = usersOf(index, namesOf(term)).filter((page) => page.path !== path);
  const most = [...grouped(others, ({ article }) => article?.community)]
    .map(([slug, pages]) => ({ name: model.communities.bySlug.get(slug)?.name ?? slug, count: pages.length }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const named = most.slice(0, MOST_COMMUNITIES).map(({ name, count: uses }) => `${name} (${uses})`);
  const further = most.length > named.length ? [`${most.length - named.length} more`] : [];
  return [named.length === 0 ? count : `${count.slice(0, -1)}: ${[...named, ...further].join(", ")}.`];
}

/** The same for the label at a path of a vocabulary's file. */
export function describeListedUse(document: StructuredDocument, path: Path): readonly string[] {
  const [schemes, scheme, topics, topic, key] = path;
  const isLabel = schemes === "schemes" && topics === "topics" && key === "label" && path.length === 5;
  if (!isLabel || isArticle(document) || scheme === undefined || topic === undefined) return [];
  const [schemeLabel, label] = [document.value([schemes, scheme, "label"]), document.value(path)];
  if (typeof schemeLabel !== "string" || typeof label !== "string") return [];
  const altLabels = textsIn(document.value([schemes, scheme, topics, topic, "altLabels"]));
  return describeUse({ topic: `${schemeLabel}: ${label}`, scheme: schemeLabel, altLabels }, document);
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return [value].flat().filter((item) => typeof item === "string");
}
