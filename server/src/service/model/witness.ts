import type { FrontMatter } from "../document/frontMatter.ts";
import { archetypeOf } from "./article.ts";
import { type Communities, createCommunity, mostCounted, nameIn } from "./community.ts";
import type { ContentModel } from "./contentModel.ts";
import { valueIn } from "./structuredDocument.ts";
import { termsIn } from "./terms.ts";
import { splitTopic } from "./vocabulary.ts";

/** What an article says of things that its site does not list. */
export interface Witness {
  /** The topics that it uses, each once; not those without a scheme, which are none. */
  readonly topics: readonly string[];
  /** The slug of the community in whose folder it is. */
  readonly slug?: string;
  /** The name of its community, as most of its keys have it. */
  readonly name?: string;
}

/** @returns `undefined` for a file that is no article or says nothing */
export function witnessOf(
  path: string,
  frontMatter: FrontMatter | undefined,
  model: ContentModel,
): Witness | undefined {
  const value = valueIn(frontMatter);
  const archetype = archetypeOf(path, value, model);
  if (archetype === undefined || frontMatter?.root === undefined) return undefined;
  const used = [...termsIn({ frontMatter, archetype })].flatMap(({ topic }) => topic ?? []);
  const topics = [...new Set(used.filter((topic) => splitTopic(topic).scheme !== undefined))];
  const slug = archetype.files.communityOf(path);
  const name = slug === undefined ? undefined : nameIn(archetype.communityClues, value);
  return { topics, ...(slug !== undefined && { slug }), ...(name !== undefined && { name }) };
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
