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
 * name, a listed one first. A community that is not listed keeps the name that most of the article's own keys give it.
 *
 * @param slug what its folder says
 * @param clues what its keys may say
 * @param defaults what follows for a community of its archetype
 */
export function communityOf(
  slug: string | undefined,
  {
    clues,
    defaults,
    communities,
  }: { readonly clues: CommunityClues; readonly defaults: CommunityDefaults; readonly communities: Communities },
  value: (path: Path) => JsonValue | undefined,
): Community | undefined {
  const known = slug ?? slugInKeys(said(clues.slugs, value), communities);
  if (known === undefined) return undefined;
  const listed = communities.bySlug.get(known) ?? createCommunity(known, {});
  const named = listed.name === undefined ? { ...listed, name: nameIn(clues, value) } : listed;
  const { mastHead, type } = defaults(named);
  return { ...named, mastHead: named.mastHead ?? mastHead, type: named.type ?? type };
}

/** The name of its community that most of an article's keys say. */
export function nameIn(clues: CommunityClues, value: (path: Path) => JsonValue | undefined): string | undefined {
  return mostFrequent(said(clues.names, value));
}

function slugInKeys(slugs: readonly string[], communities: Communities): string | undefined {
  const listed = slugs.filter((slug) => communities.bySlug.has(slug));
  return mostFrequent(listed.length > 0 ? listed : slugs);
}

/** What is said most often; `undefined` where as many voices say another. */
export function mostFrequent(said: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}
