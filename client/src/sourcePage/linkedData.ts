/** What the linked data of a page say of it. */
export interface LinkedFacts {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly image?: string | undefined;
  readonly siteName?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
}

/** Reads JSON-LD in schema.org's words; scripts that are no JSON say nothing, as for a search engine. */
export function linkedFacts(scripts: readonly string[]): LinkedFacts {
  const things = scripts.flatMap((script) => thingsIn(parsed(script), 0));
  const page = things.find(isArticle) ?? things.find(isPage);
  if (page === undefined) return { authors: [] };
  return {
    title: textIn(page.headline) ?? textIn(page.name),
    description: textIn(page.description),
    image: firstOf(page.image, ["url", "contentUrl"]) ?? firstOf(page.thumbnailUrl, []),
    siteName: firstOf(page.publisher, ["name"]) ?? firstOf(page.isPartOf, ["name"]),
    published: textIn(page.datePublished),
    authors: listOf(page.author).flatMap((author) => firstOf(author, ["name"]) ?? []),
  };
}

interface Thing {
  readonly [key: string]: unknown;
}

/** Data of a page nest less; deeper ones are not looked at. */
const MOST_DEPTH = 10;

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

function thingsIn(value: unknown, depth: number): readonly Thing[] {
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => thingsIn(item, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...thingsIn(value["@graph"], depth + 1), ...thingsIn(value.mainEntity, depth + 1)];
}

function isArticle(thing: Thing): boolean {
  return typesOf(thing).some((type) => /(?:Article|Posting|Report)$/.test(type));
}

function isPage(thing: Thing): boolean {
  return typesOf(thing).some((type) => /(?:Page|VideoObject|PodcastEpisode)$/.test(type));
}

function typesOf(thing: Thing): readonly string[] {
  return listOf(thing["@type"]).filter((type) => typeof type === "string");
}

/** The first text of a value or a list of values, which stands there itself or by one of some keys. */
function firstOf(value: unknown, keys: readonly string[]): string | undefined {
  for (const item of listOf(value)) {
    const text = textIn(item) ?? (isThing(item) ? keys.map((key) => textIn(item[key])).find(Boolean) : undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
