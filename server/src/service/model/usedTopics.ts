import { createVocabulary, splitTopic, type Term, type Vocabulary } from "./vocabulary.ts";
import type { Witness } from "./witness.ts";

/** More articles than an author edits in turn. */
const MOST_KNOWN = 8;

/**
 * The topics that articles use, by schemes, the most used first.
 *
 * @param witnesses what the articles say, by their paths
 * @returns the topics as an article at a path may see them: it is no witness for its own, so that those are left out which
 *   it alone uses; `undefined` where no other article uses any
 */
export function usedTopics(
  witnesses: ReadonlyMap<string, Witness>,
): (path: string | undefined) => Vocabulary | undefined {
  const users = new Map<string, Set<string>>();
  for (const [path, { topics }] of witnesses) {
    for (const topic of topics) {
      const known = users.get(topic);
      if (known === undefined) users.set(topic, new Set([path]));
      else known.add(path);
    }
  }
  const terms = inOrder([...users].map(([topic, articles]) => toTerm(topic, articles)));
  const all = vocabularyOf(terms);
  const seen = new Map<string, Vocabulary | undefined>();
  return (path) => {
    const own = path === undefined ? undefined : witnesses.get(path);
    if (path === undefined || own === undefined || !own.topics.some((topic) => users.get(topic)?.size === 1))
      return all;
    if (!seen.has(path)) {
      if (seen.size >= MOST_KNOWN) seen.clear();
      const others = terms.filter((term) => !(term.users?.size === 1 && term.users.has(path)));
      seen.set(path, vocabularyOf(others));
    }
    return seen.get(path);
  };
}

function toTerm(topic: string, users: ReadonlySet<string>): Term {
  const { scheme = "", label } = splitTopic(topic);
  return { topic, scheme, label, altLabels: [], deprecated: false, users };
}

/** Grouped by schemes; what is used most stands first, and what is used as much in the order of letters. */
function inOrder(terms: readonly Term[]): readonly Term[] {
  const uses = new Map<string, number>();
  for (const { scheme, users } of terms) uses.set(scheme, (uses.get(scheme) ?? 0) + (users?.size ?? 0));
  return terms.toSorted(
    (a, b) =>
      (uses.get(b.scheme) ?? 0) - (uses.get(a.scheme) ?? 0) ||
      compare(a.scheme, b.scheme) ||
      (b.users?.size ?? 0) - (a.users?.size ?? 0) ||
      compare(a.topic, b.topic),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function vocabularyOf(terms: readonly Term[]): Vocabulary | undefined {
  return terms.length === 0 ? undefined : createVocabulary(undefined, terms, "use");
}
