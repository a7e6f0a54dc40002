import { type Communities, createCommunity, mostCounted } from "./community.ts";

/** What an article says of things that its site does not list. */
export interface Witness {
  /** The topics that it uses, each once; not those without a scheme, which are none. */
  readonly topics: readonly string[];
  /** The slug of the community in whose folder it is. */
  readonly slug?: string;
  /** The name of its community, as most of its keys have it. */
  readonly name?: string;
}

/** The communities with what articles say: which there are, and their names where nothing else tells these. */
export function nameCommunities(communities: Communities, witnesses: ReadonlyMap<string, Witness>): Communities {
  const bySlug = new Map(communities.bySlug);
  const counts = new Map<string, Map<string, number>>();
  for (const { slug, name } of witnesses.values()) {
    if (slug === undefined) continue;
    if (!bySlug.has(slug)) bySlug.set(slug, createCommunity(slug, {}));
    const voices = counts.get(slug) ?? new Map<string, number>();
    counts.set(slug, voices);
    count(voices, name, 1);
  }
  return {
    ...communities,
    bySlug,
    nameByArticles(slug, { path, name }) {
      const before = witnesses.get(path);
      const voices = new Map(counts.get(slug));
      if (before?.slug === slug) count(voices, before.name, -1);
      count(voices, name, 1);
      return mostCounted(voices);
    },
  };
}

function count(counts: Map<string, number>, name: string | undefined, by: number): void {
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + by);
}
