import type { PageFacts } from "../../model/facts.ts";
import { namesOf, usersOf } from "../../model/topicUse.ts";
import { isControlled, isCurrent, lookUp, splitTopic, type Term, type Vocabulary } from "../../model/vocabulary.ts";
import type { ReportEntry } from "./contentReport.ts";
import { type FigureBar, longestFirst, type Material } from "./material.ts";

/** Of an article with more topics than these nobody wants all pairs. */
const MOST_PAIRED = 30;

/** How many articles use each topic, under any of its names. */
export function topicsByUse(material: Material): readonly FigureBar[] {
  return longestFirst(barsOf(usesOf(material), material));
}

/** How many articles use two topics together. */
export function topicPairs(material: Material): readonly FigureBar[] {
  const pairs = new Map<string, PageFacts[]>();
  const preferred = preferring(material);
  for (const { facts } of material.articles) {
    const topics = [...new Set(facts.article?.topics.map(preferred))].toSorted().slice(0, MOST_PAIRED);
    for (const [index, topic] of topics.entries()) {
      for (const other of topics.slice(index + 1)) {
        const pair = `${topic} + ${beside(other, topic)}`;
        const known = pairs.get(pair);
        if (known === undefined) pairs.set(pair, [facts]);
        else known.push(facts);
      }
    }
  }
  return longestFirst(
    barsOf(
      [...pairs].filter(([, pages]) => pages.length > 1),
      material,
    ),
  );
}

/** A topic beside another: its scheme is not said twice. */
function beside(topic: string, other: string): string {
  const { scheme, label } = splitTopic(topic);
  return scheme === splitTopic(other).scheme ? label : topic;
}

/** More topics than these, an article has many. */
const MANY = 6;

/** How many articles have no topic, one, two and so on. */
export function articlesByTopics({ articles, fileAt }: Material): readonly FigureBar[] {
  const counts = Array.from({ length: MANY + 1 }, (_, count) => ({
    label: count === MANY ? `${MANY}+` : String(count),
    entries: [] as ReportEntry[],
  }));
  for (const { path, facts } of articles)
    counts[Math.min(MANY, facts.article?.topics.length ?? 0)]?.entries.push({ file: fileAt(path) });
  return counts;
}

/** How many topics of each scheme no article uses. */
export function unusedTopics(material: Material, listed: readonly ListedUse[]): readonly FigureBar[] {
  return schemeBars(listed, ({ count }) => count === 0, material);
}

/** Fewer articles than these, and a topic is rare. */
const RARE = 3;

/** How many topics of each scheme only one or two articles use. */
export function rareTopics(material: Material, listed: readonly ListedUse[]): readonly FigureBar[] {
  return schemeBars(listed, ({ count }) => count > 0 && count < RARE, material);
}

/** A topic that the vocabulary lists for use. */
export interface ListedUse {
  readonly term: Term;
  /** How many articles use it. */
  readonly count: number;
  /** Where it is listed. */
  readonly path: string;
  readonly line: number;
}

/** How often each topic is used that a vocabulary lists for use. */
export function listedUses(
  { index }: Material,
  vocabulary: Vocabulary | undefined,
  { path, text }: { readonly path: string; readonly text: string },
): readonly ListedUse[] {
  if (!isControlled(vocabulary)) return [];
  const terms = vocabulary.terms.filter(isCurrent).toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
  let [line, at] = [1, 0];
  return terms.map((term) => {
    const start = Math.max(at, term.start ?? 0);
    for (; at < start; at++) if (text.charCodeAt(at) === LINE_FEED) line++;
    return { term, count: usersOf(index, namesOf(term)).length, path, line };
  });
}

const LINE_FEED = 10;

function schemeBars(
  listed: readonly ListedUse[],
  isWanted: (use: ListedUse) => boolean,
  { fileAt }: Material,
): readonly FigureBar[] {
  const schemes = new Map<string, { total: number; entries: ReportEntry[] }>();
  for (const use of listed) {
    const { term, path, line } = use;
    const scheme = schemes.get(term.scheme) ?? { total: 0, entries: [] };
    schemes.set(term.scheme, scheme);
    scheme.total++;
    if (isWanted(use)) scheme.entries.push({ file: fileAt(path), line, note: term.label });
  }
  const bars = [...schemes].map(([label, { total, entries }]) => ({ label, total, entries }));
  return longestFirst(bars.filter(({ entries }) => entries.length > 0));
}

function usesOf(material: Material): readonly (readonly [string, readonly PageFacts[]])[] {
  const uses = new Map<string, PageFacts[]>();
  const preferred = preferring(material);
  for (const { facts } of material.articles) {
    for (const topic of new Set(facts.article?.topics.map(preferred))) {
      const known = uses.get(topic);
      if (known === undefined) uses.set(topic, [facts]);
      else known.push(facts);
    }
  }
  return [...uses];
}

/** What a topic is called by the vocabulary: an alternative label counts for what it means. */
function preferring({ model }: Material): (topic: string) => string {
  const vocabulary = model.topicsFor(undefined);
  const known = new Map<string, string>();
  return (topic) => {
    const found = known.get(topic) ?? meaningOf(topic, vocabulary);
    known.set(topic, found);
    return found;
  };
}

function meaningOf(topic: string, vocabulary: Vocabulary | undefined): string {
  if (!isControlled(vocabulary) || vocabulary.byTopic.has(topic)) return topic;
  const found = lookUp(vocabulary, topic);
  return found.kind === "alternativeLabel" ? found.term.topic : topic;
}

function barsOf(
  uses: readonly (readonly [string, readonly PageFacts[]])[],
  { fileAt }: Material,
): readonly FigureBar[] {
  return uses.map(([label, pages]) => ({ label, entries: pages.map(({ path }) => ({ file: fileAt(path) })) }));
}
