import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";

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

/** The slug of the community in whose folder a file is: the folder below `communities`. */
function communitySlugOfPath(path: string): string | undefined {
  return /(?:^|\/)communities\/([^/]+)\//.exec(path)?.[1];
}

/**
 * The community that an article belongs to. Its folder decides; where that says nothing, the one that most of its keys
 * name, a listed one first. A community that is not listed keeps the name that most of the article's own keys give it.
 */
export function communityOf(
  path: string,
  communities: Communities,
  value: (path: Path) => JsonValue | undefined,
): Community | undefined {
  const slug = communitySlugOfPath(path) ?? slugInKeys(communities, value);
  if (slug === undefined) return undefined;
  return communities.bySlug.get(slug) ?? createCommunity(slug, { name: mostFrequent(namesInKeys(value)) });
}

function slugInKeys(communities: Communities, value: (path: Path) => JsonValue | undefined): string | undefined {
  const sources: readonly (readonly [Path, RegExp])[] = [
    [["basePath"], /^\/communities\/([^/]+)/],
    [["type"], /^communities\/medigy-([^/]+)$/],
    [["contentCategories"], /^medigy-(.+)-curated-news$/],
    [["breadcrumbLinks", 2], /^\/communities\/([^/]+)/],
  ];
  const said = sources.flatMap(([path, pattern]) => {
    const found = value(path);
    return (typeof found === "string" ? pattern.exec(found)?.[1] : undefined) ?? [];
  });
  const listed = said.filter((slug) => communities.bySlug.has(slug));
  return mostFrequent(listed.length > 0 ? listed : said);
}

function namesInKeys(value: (path: Path) => JsonValue | undefined): readonly string[] {
  const mastHead = value(["mastHead"]);
  const said = [
    value(["identifier"]),
    value(["breadcrumbs", 2]),
    typeof mastHead === "string" ? mastHead.replace(/ CoP$/, "") : undefined,
  ];
  return said.flatMap((name) => (typeof name === "string" && name.trim() !== "" ? name : []));
}

/** What is said most often; `undefined` where as many voices say another. */
function mostFrequent(said: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}
