import { isBroken } from "../../document/frontMatter.ts";
import { type JsonItem, readJsonList } from "../../document/jsonList.ts";
import { type Pair, pairAt, type Scalar, type Sequence } from "../../document/node.ts";
import { sourceOf } from "../../document/scalarSource.ts";
import type { Span } from "../../document/span.ts";
import { type Article, isArticle, isUnsure } from "../../model/article.ts";
import { termUses } from "../../model/terms.ts";
import {
  alternativesOf,
  type ListedName,
  type ListedScheme,
  type ListedTopic,
  listedSchemes,
  scalarPair,
} from "../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import { vocabularyOf } from "./vocabularyFile.ts";

/** A place where a topic or a scheme is named. Its span leaves the quotes out. */
export type Mention = ItemMention | TextMention | VocabularyMention;

/** An item of a list of topics. */
export interface ItemMention extends Span {
  readonly kind: "item";
  /** `Scheme: Label`, as it is written. */
  readonly name: string;
  /** The list's key. */
  readonly key: string;
  readonly node: Scalar;
  readonly list: Sequence;
  readonly index: number;
}

/** A topic in the text that repeats the list. */
export interface TextMention extends Span {
  readonly kind: "text";
  readonly name: string;
  readonly node: Scalar;
  readonly items: readonly JsonItem[];
  readonly index: number;
}

/** A name in the vocabulary's own file. */
export interface VocabularyMention extends Span, ListedName {
  readonly kind: "scheme" | "label" | "altLabel" | "broader" | "replacedBy";
  /** `Scheme: Label` of what is named; of a scheme its name. */
  readonly name: string;
  /** The topic that says so; none where a scheme says its own name. */
  readonly topic?: ListedTopic;
}

/** Every place of an article, or of a vocabulary's file, where topics are named, but for what cannot be read. */
export function mentionsIn(subject: Subject): Iterable<Mention> {
  return isArticle(subject) ? mentionsInArticle(subject) : mentionsInVocabulary(subject);
}

/** The place with a name that an offset is in. A cursor just behind a name still means it. */
export function mentionAt(subject: Subject, offset: number): Mention | undefined {
  for (const mention of mentionsIn(subject)) {
    if (mention.start <= offset && offset <= mention.end) return mention;
  }
  return undefined;
}

/** A scalar without its quotes. */
export function insideQuotes({ start, end, style }: Scalar): Span {
  const quote = style === "single" || style === "double" ? 1 : 0;
  return { start: start + quote, end: end - quote };
}

function* mentionsInArticle(article: Article): Generator<Mention> {
  for (const { key, node, topic, list, index } of termUses(article)) {
    if (node.kind !== "scalar" || topic === undefined) continue;
    yield { kind: "item", name: topic, key, node, list, index, ...insideQuotes(node) };
  }
  const { topicsText } = article.archetype;
  const pair = topicsText && pairAt(article.frontMatter?.root, topicsText.path);
  if (pair !== undefined && !isUnsure(article, topicsText?.path ?? [])) yield* mentionsInText(article, pair);
}

function* mentionsInText({ text }: Article, { value: node }: Pair): Generator<TextMention> {
  if (node.kind !== "scalar" || typeof node.value !== "string") return;
  const list = readJsonList(node.text);
  if (list.fault !== undefined) return;
  const spans = sourceOf(text, node);
  for (const [index, item] of list.items.entries()) {
    const [first, last] = [spans?.[item.start + 1], spans?.[item.end - 2]];
    const span = first === undefined || last === undefined ? insideQuotes(node) : { start: first.start, end: last.end };
    if (item.value !== "") yield { kind: "text", name: item.value, node, items: list.items, index, ...span };
  }
}

function* mentionsInVocabulary(file: SiteFile): Generator<VocabularyMention> {
  if (file.fileKind !== "topics") return;
  const { topics, byTopic } = vocabularyOf(file);
  for (const { label, node } of listedSchemes(file)) {
    if (label.text === "" || isBroken(file.frontMatter, label)) continue;
    yield { kind: "scheme", name: label.text, node: label, context: node.style, ...insideQuotes(label) };
  }
  for (const topic of topics) {
    const { node, label, scheme, replacedBy } = topic;
    const context = node.style;
    yield { kind: "label", name: topic.topic, node: label, context, topic, ...insideQuotes(label) };
    for (const alternative of alternativesOf(topic)) {
      const name = `${scheme.label.text}: ${alternative.node.text}`;
      yield { kind: "altLabel", name, topic, ...alternative, ...insideQuotes(alternative.node) };
    }
    const broader = scalarPair(node, "broader")?.value;
    if (broader !== undefined && broader.text !== "") {
      const name = nameOfBroader(broader.text, scheme, byTopic);
      yield { kind: "broader", name, node: broader, context, topic, ...insideQuotes(broader) };
    }
    const replacement = replacedBy?.value;
    if (replacement !== undefined && replacement.text !== "") {
      yield {
        kind: "replacedBy",
        name: replacement.text,
        node: replacement,
        context,
        topic,
        ...insideQuotes(replacement),
      };
    }
  }
}

/** A broader topic is named by its label alone where it is of the same scheme. */
function nameOfBroader(written: string, { label }: ListedScheme, byTopic: ReadonlyMap<string, ListedTopic>): string {
  const inScheme = `${label.text}: ${written}`;
  return !byTopic.has(inScheme) && byTopic.has(written) ? written : inScheme;
}
