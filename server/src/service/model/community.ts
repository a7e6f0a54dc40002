import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import { type CommunityClues, said } from "./communityClues.ts";

/** A section of the site. */
export interface Community {
  readonly slug: string;
  /** `undefined` while nothing says it. */
  readonly name: string | undefined;
  readonly mastHead: string | undefined;
  /** Hugo's `type` of its articles. */
  readonly type: string | undefined;
}

/** What follows for a community from its slug and name where nothing says it. */
export type CommunityDefaults = (community: Community) => Partial<Pick<Community, "mastHead" | "type">>;

/** The communities of a site. */
export interface Communities {
  /** The file that lists them, `undefined` where they were learned from the content or the list is faulty: it may lack some. */
  readonly uri: string | undefined;
  readonly bySlug: ReadonlyMap<string, Community>;
  /**
   * The name that most articles give to a community that nothing else names; `undefined` where they are divided.
   *
   * @param voice what one article says now, whatever it said when articles were read
   */
  nameByArticles?(slug: string, voice: Voice): string | undefined;
}

/** What an article says the name of its community is. */
export interface Voice {
  /** Where the article is below the site's root. */
  readonly path: string;
  readonly name: string | undefined;
}

/** Makes a community from what is said of it. */
export function createCommunity(
  slug: string,
  { name, mastHead, type }: { readonly [Key in "name" | "mastHead" | "type"]?: string | undefined },
): Community {
  return { slug, name, mastHead, type };
}

/**
 * The community that an article belongs to. Its folder decides; where that says nothing, the one that most of its keys
 * name, a listed one first. A community that is not listed has the name that most articles give it, else that which most of
 * the article's own keys do.
 *
 * @param path where it is below the site's root
 * @param slug what its folder says
 * @param clues what its keys may say
 * @param defaults what follows for a community of its archetype
 */
export function communityOf(
  slug: string | undefined,
  { path, clues, defaults, communities }: CommunitySource,
  value: (path: Path) => JsonValue | undefined,
): Community | undefined {
  const known = slug ?? slugInKeys(said(clues.slugs, value), communities);
  if (known === undefined) return undefined;
  const nameOfUnlisted = (unlisted: string): string | undefined => {
    const name = nameIn(clues, value);
    return communities.nameByArticles?.(unlisted, { path, name }) ?? name;
  };
  const listed = communities.bySlug.get(known) ?? createCommunity(known, {});
  const named = listed.name === undefined ? { ...listed, name: nameOfUnlisted(known) } : listed;
  const { mastHead, type } = defaults(named);
  return { ...named, mastHead: named.mastHead ?? mastHead, type: named.type ?? type };
}

interface CommunitySource {
  readonly path: string;
  readonly clues: CommunityClues;
  readonly defaults: CommunityDefaults;
  readonly communities: Communities;
}

/** The name of its community that most of an article's keys say. */
export function nameIn(clues: CommunityClues, value: (path: Path) => JsonValue | undefined): string | undefined {
  return mostSaid(said(clues.names, value));
}

function slugInKeys(slugs: readonly string[], communities: Communities): string | undefined {
  const listed = slugs.filter((slug) => communities.bySlug.has(slug));
  return mostSaid(listed.length > 0 ? listed : slugs);
}

/** What is said most often; `undefined` where as many voices say another. */
export function mostSaid(said: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  return mostCounted(counts);
}

/** What is counted most often; `undefined` where another is as often, or nothing at all. */
export function mostCounted(counts: ReadonlyMap<string, number>): string | undefined {
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === 0 || first[1] === second?.[1] ? undefined : first[0];
}
