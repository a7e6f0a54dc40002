import type { FrontMatter } from "../document/frontMatter.ts";
import { archetypeOf } from "./article.ts";
import { type Communities, createCommunity, mostFrequent, nameIn } from "./community.ts";
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

/** The communities with the names that most articles give those that have none. */
export function nameCommunities(communities: Communities, witnesses: Iterable<Witness>): Communities {
  const names = new Map<string, string[]>();
  for (const { slug, name } of witnesses) {
    if (slug === undefined || communities.bySlug.get(slug)?.name !== undefined) continue;
    const said = names.get(slug) ?? [];
    if (name !== undefined) said.push(name);
    names.set(slug, said);
  }
  const named = [...names].map(([slug, said]) => [slug, createCommunity(slug, { name: mostFrequent(said) })] as const);
  return { ...communities, bySlug: new Map([...communities.bySlug, ...named]) };
}
