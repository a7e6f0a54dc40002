import type { Span } from "../document/span.ts";
import { rankByLikeness } from "./text/likeness.ts";

/** One concept of a vocabulary, in the words of SKOS. Its span is its place in the vocabulary's file, where it has one. */
export interface Term extends Partial<Span> {
  /** How an article writes it: `Scheme: Label`. */
  readonly topic: string;
  readonly scheme: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  readonly definition?: string;
  readonly broader?: string;
  readonly deprecated: boolean;
  /** The topic that takes its place, as written in the file. */
  readonly replacedBy?: string;
  /** The articles that it was learned from, by their paths below the root. */
  readonly users?: ReadonlySet<string>;
}

/**
 * Where the topics are from: a list; a list with a fault, which may lack some; the articles that use them.
 */
export type VocabularyOrigin = "list" | "faultyList" | "use";

/** The topics of a site. */
export interface Vocabulary {
  /** The file that lists them. */
  readonly uri: string | undefined;
  readonly origin: VocabularyOrigin;
  readonly terms: readonly Term[];
  readonly byTopic: ReadonlyMap<string, Term>;
  /** Terms by what an author might write for them, in lower case: labels and alternative labels. */
  readonly byName: ReadonlyMap<string, readonly Term[]>;
}

/** What a topic that an author wrote is to the vocabulary. */
export type LookUp =
  | { readonly kind: "known"; readonly term: Term }
  | { readonly kind: "retired"; readonly term: Term; readonly replacement: Term | undefined }
  | { readonly kind: "alternativeLabel"; readonly term: Term }
  | { readonly kind: "noScheme" | "unknown"; readonly ranked: readonly Term[]; readonly certain: Term | undefined };

export function createVocabulary(
  uri: string | undefined,
  terms: readonly Term[],
  origin: VocabularyOrigin,
): Vocabulary {
  const byName = new Map<string, Term[]>();
  for (const term of terms) {
    for (const name of new Set([term.label, ...term.altLabels].map((label) => label.toLowerCase()))) {
      const named = byName.get(name);
      if (named === undefined) byName.set(name, [term]);
      else named.push(term);
    }
  }
  return { uri, origin, terms, byName, byTopic: new Map(terms.map((term) => [term.topic, term])) };
}

/** Whether a vocabulary decides what is a topic. A list does; use only shows how topics are written. */
export function isControlled(
  vocabulary: Vocabulary | undefined,
): vocabulary is Vocabulary & { readonly origin: "list" | "faultyList" } {
  return vocabulary?.origin === "list" || vocabulary?.origin === "faultyList";
}

/** A topic is in use when it is neither deprecated nor replaced. */
export function isCurrent(term: Term): boolean {
  return !term.deprecated && term.replacedBy === undefined;
}

/**
 * Says what a topic, as an author wrote it, is to the vocabulary, and what may have been meant. Several rules ask at each
 * key, so the answers are kept.
 */
export function lookUp(vocabulary: Vocabulary, topic: string): LookUp {
  const known = lookUps.get(vocabulary) ?? new Map<string, LookUp>();
  lookUps.set(vocabulary, known);
  const found = known.get(topic) ?? search(vocabulary, topic);
  if (known.size >= MOST_LOOK_UPS) known.clear();
  known.set(topic, found);
  return found;
}

const lookUps = new WeakMap<Vocabulary, Map<string, LookUp>>();

/** More than the articles use that an author has open; a topic that is typed is another one at each key. */
const MOST_LOOK_UPS = 256;

function search(vocabulary: Vocabulary, topic: string): LookUp {
  const exact = vocabulary.byTopic.get(topic);
  if (exact !== undefined) {
    if (isCurrent(exact)) return { kind: "known", term: exact };
    return { kind: "retired", term: exact, replacement: replacementOf(vocabulary, exact) };
  }
  const { scheme, label } = splitTopic(topic);
  const named = (vocabulary.byName.get(label.toLowerCase()) ?? []).filter(isCurrent);
  if (scheme === undefined) {
    if (named.length > 0) return { kind: "noScheme", ranked: named, certain: only(named) };
    const { ranked, certain } = rankByLikeness(label, vocabulary.terms.filter(isCurrent), (term) => term.label);
    return { kind: "noScheme", ranked, certain };
  }
  if (!isControlled(vocabulary)) {
    // That others have a label in another scheme does not say that this one is wrong. Only its spelling may.
    return { kind: "unknown", ...rankByLikeness(topic, vocabulary.terms, (term) => term.topic) };
  }
  const alternative = alternativelyNamed(vocabulary, topic);
  if (alternative !== undefined) return { kind: "alternativeLabel", term: alternative };
  if (named.length > 0) return { kind: "unknown", ranked: named, certain: onlyOne(named, scheme) };
  return { kind: "unknown", ...rankByLikeness(topic, vocabulary.terms.filter(isCurrent), (term) => term.topic) };
}

/** The current topic that an author means who names it by an alternative label, where only one can be meant. */
export function alternativelyNamed({ byName }: Pick<Vocabulary, "byName">, topic: string): Term | undefined {
  const { scheme, label } = splitTopic(topic);
  const name = label.toLowerCase();
  const term = scheme === undefined ? undefined : onlyOne((byName.get(name) ?? []).filter(isCurrent), scheme);
  return term?.label.toLowerCase() === name ? undefined : term;
}

/** The only one of several terms, or of those of them that are in a scheme. */
function onlyOne(named: readonly Term[], scheme: string): Term | undefined {
  const inScheme = named.filter((term) => term.scheme.toLowerCase() === scheme.toLowerCase());
  return only(inScheme.length > 0 ? inScheme : named);
}

/** The current topic that a retired one leads to, over as many steps as it takes. */
function replacementOf(vocabulary: Vocabulary, term: Term): Term | undefined {
  let current: Term | undefined = term;
  for (const seen = new Set<Term>(); current?.replacedBy !== undefined && !seen.has(current); ) {
    seen.add(current);
    current = vocabulary.byTopic.get(current.replacedBy);
  }
  return current !== undefined && isCurrent(current) ? current : undefined;
}

/** `Scheme: Label` taken apart. A colon without a space behind it separates too, where that is all there is. */
export function splitTopic(topic: string): { readonly scheme: string | undefined; readonly label: string } {
  const colon = topic.indexOf(":");
  const scheme = topic.slice(0, Math.max(0, colon)).trim();
  return scheme === "" ? { scheme: undefined, label: topic.trim() } : { scheme, label: topic.slice(colon + 1).trim() };
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
