import { writeItem, writeScalar } from "../../document/houseStyle.ts";
import { type JsonValue, valueAt } from "../../document/jsonValue.ts";
import { lineBreakOf } from "../../document/lines.ts";
import { nodeAt } from "../../document/node.ts";
import { resolvePlainScalar } from "../../document/plainScalar.ts";
import { derivedFieldOver } from "../../model/archetype.ts";
import { isArticle } from "../../model/article.ts";
import { dateOf, roleOf, writtenDates } from "../../model/dates/dates.ts";
import { utcDateTime } from "../../model/dates/dateTime.ts";
import { grouped } from "../../model/grouped.ts";
import { oncePer } from "../../model/oncePer.ts";
import { type Schema, schemaAt, typesOf, valuesOf } from "../../model/schema.ts";
import { shown } from "../../model/shown.ts";
import type { StructuredDocument } from "../../model/structuredDocument.ts";
import { mostUsed } from "../../model/topicUse.ts";
import { isCurrent, type Term, type Vocabulary } from "../../model/vocabulary.ts";
import { describeTerm } from "../hover.ts";
import type { Cursor } from "./cursor.ts";
import { type CompletionItem, MOST_COMPLETIONS } from "./item.ts";

type ValueCursor = Cursor & { kind: "value" | "item" };

/** What can stand as a value: the derived one first, then the allowed ones, then images or the terms of a vocabulary. */
export function completeValues(article: StructuredDocument, found: ValueCursor): readonly CompletionItem[] {
  const schema = schemaAt(article.archetype.schema, found.path);
  if (schema === undefined) return [];
  const isFirstItem = found.firstItem !== undefined && typesOf(schema)[0] === "array";
  const cursor: ValueCursor = isFirstItem ? { ...found, kind: "item", ...found.firstItem } : found;
  const items = [...derivedItems(article, cursor)];
  const valueSchema = cursor.kind === "item" ? (schema.items ?? {}) : schema;
  const listed = listedItems(article, cursor);
  for (const [index, value] of allowedValues(schema, valueSchema, cursor).entries()) {
    if (!listed.has(String(value)) && !items.some(({ label }) => label === String(value))) {
      items.push(toItem(article, cursor, { value, kind: "value", sortText: `1${String(index).padStart(3, "0")}` }));
    }
  }
  if (schema["x-image"] === true) items.push(...imageItems(article, cursor, items));
  if (valueSchema["x-vocabulary"] !== undefined) items.push(...topicItems(article, cursor, listed));
  if (valueSchema.format === "date-time") items.push(...dateItems(article, cursor));
  return items;
}

function allowedValues(schema: Schema, valueSchema: Schema, cursor: ValueCursor): readonly JsonValue[] {
  const contained = cursor.kind === "item" && schema.contains !== undefined ? valuesOf(schema.contains) : [];
  return [...valuesOf(valueSchema), ...contained];
}

function* derivedItems(article: StructuredDocument, cursor: ValueCursor): Generator<CompletionItem> {
  const { field, rest } = derivedFieldOver(article.archetype, cursor.path) ?? {};
  const expected = field && valueAt(field.derive(article), rest ?? []);
  if (field === undefined || expected === undefined) return;
  const values = Array.isArray(expected) ? [...expected] : [expected];
  if (cursor.firstItem !== undefined && Array.isArray(expected)) {
    const newText = values.map((value) => writtenAt(article.text, cursor, value)).join("");
    const label = values.map(shown).join(", ");
    const item = toItem(article, cursor, {
      value: label,
      kind: "derived",
      sortText: "0",
      documentation: field.explanation,
    });
    yield { ...item, edit: { ...item.edit, newText } };
    return;
  }
  const list = nodeAt(article.frontMatter?.root, cursor.path);
  const index = list?.kind === "sequence" ? list.items.findIndex((item) => item.end >= cursor.span.start) : -1;
  const here = index === -1 && list?.kind === "sequence" ? list.items.length : Math.max(0, index);
  for (const [place, value] of values.entries()) {
    if (typeof value === "object") continue;
    const rank = cursor.kind === "item" && Array.isArray(expected) ? Math.abs(place - here) : 0;
    const item = { value, kind: "derived" as const, sortText: `0${rank}${place}`, documentation: field.explanation };
    yield toItem(article, cursor, item);
  }
}

/** Now; and for the last change the date of the article, for one that has not changed since. */
function* dateItems(article: StructuredDocument, cursor: ValueCursor): Generator<CompletionItem> {
  if (!isArticle(article)) return;
  const now = utcDateTime(article.now(), "microseconds");
  if (now !== undefined) yield toItem(article, cursor, { value: now, kind: "value", sortText: "10", detail: "now" });
  const date = dateOf(writtenDates(article), "date");
  if (date === undefined || roleOf(String(cursor.path[0])) !== "lastmod") return;
  yield toItem(article, cursor, {
    value: date.node.value,
    kind: "value",
    sortText: "11",
    detail: `as \`${date.key}\``,
  });
}

/** The images at hand, those that bear the article's name first. */
function imageItems(
  article: StructuredDocument,
  cursor: ValueCursor,
  before: readonly CompletionItem[],
): CompletionItem[] {
  const names = [...new Set(article.assets.names)].filter((name) => !before.some(({ label }) => label === name));
  return names.map((value, index) => {
    const group = value.startsWith(article.stem) ? "1" : "2";
    return toItem(article, cursor, { value, kind: "value", sortText: `${group}${String(index).padStart(6, "0")}` });
  });
}

function topicItems(
  article: StructuredDocument,
  cursor: ValueCursor,
  listed: ReadonlySet<string>,
): readonly CompletionItem[] {
  const { topics } = article;
  if (topics === undefined) return [];
  const typed = article.text.slice(cursor.span.start, cursor.span.end);
  const used = new Set(mostUsed(topics, article.index, article.community?.slug));
  const unused = bySchemes(topics).filter((term) => !used.has(term));
  const ordered = [...used, ...unused].filter((term) => isCurrent(term) && !listed.has(term.topic));
  return likeliest(ordered, typed).map((term, index) =>
    toItem(article, cursor, {
      value: term.topic,
      kind: "topic",
      sortText: `2${String(index).padStart(6, "0")}`,
      detail: term.scheme,
      documentation: describeTerm(term, article),
      term,
    }),
  );
}

/** A vocabulary may list a scheme in several places. */
const bySchemes = oncePer(({ terms }: Vocabulary): readonly Term[] =>
  [...grouped(terms, ({ scheme }) => scheme).values()].flat(),
);

/** Of more terms than an editor should be sent, those that hold all words that were typed, then others. */
function likeliest(terms: readonly Term[], typed: string): readonly Term[] {
  if (terms.length <= MOST_COMPLETIONS) return terms;
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const holdsAll = ({ topic, altLabels }: Term) => {
    const names = [topic, ...altLabels].join(" ").toLowerCase();
    return words.every((word) => names.includes(word));
  };
  const meant = words.length === 0 ? [] : terms.filter(holdsAll).slice(0, MOST_COMPLETIONS);
  const others = new Set([...meant, ...terms.slice(0, MOST_COMPLETIONS)]);
  return [...others].slice(0, MOST_COMPLETIONS);
}

interface Candidate {
  readonly value: JsonValue;
  readonly kind: CompletionItem["kind"];
  readonly sortText: string;
  readonly detail?: string;
  readonly documentation?: string;
  readonly term?: Term;
}

function toItem(article: StructuredDocument, cursor: ValueCursor, candidate: Candidate): CompletionItem {
  const { value, kind, sortText, detail, documentation, term } = candidate;
  const written = isPlainHere(article, value) ? `${cursor.lead}${value}` : writtenAt(article.text, cursor, value);
  const quote = /^["']/.exec(written.trimStart())?.[0] ?? "";
  const typedQuote = /^["']/.exec(article.text.slice(cursor.span.start, cursor.span.end))?.[0] ?? "";
  const names = [String(value), ...(term?.altLabels ?? [])].join(" ");
  return {
    label: String(value),
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    sortText,
    // Editors compare this with the text under the edit, the quote included.
    filterText: typedQuote === "" ? names : `${typedQuote === quote ? quote : typedQuote}${names}`,
    edit: { ...cursor.span, newText: written },
  };
}

/** Words such as `off` need quotes in front matter; in the site's own files they are text without. */
function isPlainHere(document: StructuredDocument, value: JsonValue): boolean {
  const reader = document.frontMatter?.reader;
  return !isArticle(document) && /^[a-z]+$/.test(String(value)) && resolvePlainScalar(String(value), reader) === value;
}

/** The value as it must be written at the cursor: in the quotes that stand there, else as the house style has it. */
function writtenAt(text: string, cursor: ValueCursor, value: JsonValue): string {
  if (typeof value === "object" && value !== null) return collectionAt(text, cursor, value);
  const typed = text[cursor.span.start];
  const style = typed === "'" ? "single" : typed === '"' ? "double" : undefined;
  const isTyped = cursor.span.start < cursor.span.end && style !== undefined && typeof value === "string";
  const place = { column: 0, indent: 0, context: cursor.context, foldAt: Number.POSITIVE_INFINITY };
  return `${cursor.lead}${writeScalar(value, isTyped ? { ...place, style } : place)}`;
}

/** A list or mapping as an item of its own lines where the cursor starts such lines, else on the cursor's line. */
function collectionAt(text: string, { lead, context }: ValueCursor, value: JsonValue): string {
  const eol = lineBreakOf(text);
  if (context === "flow" || !lead.startsWith(eol)) return JSON.stringify(value);
  const indent = lead.length - eol.length - "- ".length;
  return `${eol}${writeItem(value, indent, eol).slice(0, -eol.length)}`;
}

/** What the list under the cursor holds already, the item under the cursor not counted. */
function listedItems(article: StructuredDocument, cursor: ValueCursor): ReadonlySet<string> {
  if (cursor.others !== undefined) return new Set(cursor.others);
  const list = nodeAt(article.frontMatter?.root, cursor.path);
  if (cursor.kind !== "item" || list?.kind !== "sequence") return new Set();
  const others = list.items.filter((item) => item.end < cursor.span.start || item.start > cursor.span.end);
  return new Set(others.map((item) => (item.kind === "scalar" ? item.text : "")));
}
