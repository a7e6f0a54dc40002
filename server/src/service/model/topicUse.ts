import type { PageFacts } from "./facts.ts";
import type { SiteIndex } from "./siteIndex.ts";
import type { Term } from "./vocabulary.ts";

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

/**
 * Terms by how often articles use them, in a community first, then in the site; those that are used as often stay in their
 * order.
 *
 * @param own an article that does not count, by its path
 */
export function mostUsedFirst(
  terms: readonly Term[],
  index: SiteIndex,
  { community, own }: { readonly community: string | undefined; readonly own: string | undefined },
): readonly Term[] {
  if (index.size === 0) return terms;
  const here = community === undefined ? new Map<string, number>() : usesIn(index, community);
  const page = own === undefined ? undefined : index.at(own)?.article;
  const ownTopics = new Set(page?.topics);
  const used: { readonly term: Term; readonly here: number; readonly all: number }[] = [];
  const unused: Term[] = [];
  for (const term of terms) {
    const self = ownTopics.has(term.topic) ? 1 : 0;
    const all = index.find("topic", term.topic).length - self;
    if (all <= 0) unused.push(term);
    else used.push({ term, all, here: (here.get(term.topic) ?? 0) - (page?.community === community ? self : 0) });
  }
  used.sort((a, b) => b.here - a.here || b.all - a.all);
  return [...used.map(({ term }) => term), ...unused];
}
