import type { PageFacts } from "./facts.ts";
import { oncePer } from "./oncePer.ts";
import type { SiteIndex } from "./siteIndex.ts";
import type { Term, Vocabulary } from "./vocabulary.ts";

/** The names that articles may give a topic, its own first. */
export function namesOf({ topic, scheme, altLabels }: Pick<Term, "topic" | "scheme" | "altLabels">): readonly string[] {
  return [topic, ...altLabels.map((label) => `${scheme}: ${label}`)];
}

/** The articles that use a topic, by any of its names. */
export function usersOf(index: SiteIndex, names: readonly string[]): readonly PageFacts[] {
  const found = names.map((name) => index.find("topic", name)).filter((pages) => pages.length > 0);
  const [first = [], ...others] = found;
  return others.length === 0 ? first : [...new Set(found.flat())];
}

/** How often each topic is used in a community. */
function usesIn(index: SiteIndex, community: string): ReadonlyMap<string, number> {
  const kept = known.get(index);
  const counts = kept?.revision === index.revision ? kept.counts : new Map<string, ReadonlyMap<string, number>>();
  known.set(index, { revision: index.revision, counts });
  const found = counts.get(community) ?? countIn(index, community);
  counts.set(community, found);
  return found;
}

/** Completion asks at each key, and a community may have thousands of articles. */
const known = new WeakMap<
  SiteIndex,
  { readonly revision: number; readonly counts: Map<string, ReadonlyMap<string, number>> }
>();

function countIn(index: SiteIndex, community: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { article } of index.find("community", community))
    for (const topic of article?.topics ?? []) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/** The terms that articles use: most often in a community first, then in the site; else in the order of the vocabulary. */
export function mostUsed(vocabulary: Vocabulary, index: SiteIndex, community: string | undefined): readonly Term[] {
  const here = community === undefined ? undefined : usesIn(index, community);
  const places = placesIn(vocabulary);
  const used: { readonly term: Term; readonly here: number; readonly all: number; readonly place: number }[] = [];
  // A site uses fewer topics than a vocabulary may list.
  for (const [topic, pages] of index.values("topic")) {
    const term = vocabulary.byTopic.get(topic);
    if (term !== undefined)
      used.push({ term, all: pages.length, here: here?.get(topic) ?? 0, place: places.get(term) ?? 0 });
  }
  used.sort((a, b) => b.here - a.here || b.all - a.all || a.place - b.place);
  return used.map(({ term }) => term);
}

const placesIn = oncePer(
  ({ terms }: Vocabulary): ReadonlyMap<Term, number> => new Map(terms.map((term, place) => [term, place])),
);
