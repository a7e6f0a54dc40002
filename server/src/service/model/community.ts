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
  readonly type: string;
}

/** The communities of a site. */
export interface Communities {
  /** The file that lists them, `undefined` where they were learned from the content or the list is faulty: it may lack some. */
  readonly uri: string | undefined;
  readonly bySlug: ReadonlyMap<string, Community>;
}

/** Makes a community from what is said of it; what is not said follows from the rest. */
export function createCommunity(
  slug: string,
  said: {
    readonly name?: string | undefined;
    readonly mastHead?: string | undefined;
    readonly type?: string | undefined;
  },
): Community {
  return {
    slug,
    name: said.name,
    mastHead: said.mastHead ?? (said.name === undefined ? undefined : `${said.name} CoP`),
    type: said.type ?? `communities/medigy-${slug}`,
  };
}

/**
 * The community that an article belongs to. Its folder decides; where that says nothing, the one that most of its keys
 * name, a listed one first. A community that is not listed keeps the name that most of the article's own keys give it.
 *
 * @param slug what its folder says
 * @param clues what its keys may say
 */
export function communityOf(
  slug: string | undefined,
  { clues, communities }: { readonly clues: CommunityClues; readonly communities: Communities },
  value: (path: Path) => JsonValue | undefined,
): Community | undefined {
  const known = slug ?? slugInKeys(said(clues.slugs, value), communities);
  if (known === undefined) return undefined;
  return communities.bySlug.get(known) ?? createCommunity(known, { name: mostFrequent(said(clues.names, value)) });
}

function slugInKeys(slugs: readonly string[], communities: Communities): string | undefined {
  const listed = slugs.filter((slug) => communities.bySlug.has(slug));
  return mostFrequent(listed.length > 0 ? listed : slugs);
}

/** What is said most often; `undefined` where as many voices say another. */
function mostFrequent(said: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}
