import { linkedFacts } from "./linkedData.ts";
import { type PageMarkup, readMarkup } from "./pageMarkup.ts";

/** What a page of the web says of itself. All texts are one line. */
export interface SourceFacts {
  readonly title?: string;
  readonly description?: string;
  /** The address of its picture. */
  readonly image?: string;
  readonly siteName?: string;
  /** When it was published, with a time zone (RFC 3339). */
  readonly published?: string;
  readonly authors: readonly string[];
}

/**
 * Reads what a page says of itself: by the Open Graph protocol, as X has it for its cards, in JSON-LD of schema.org, and in
 * HTML's own title and metadata, in this order.
 *
 * @param html a page or its start
 * @param url where it was found, which relative addresses start from
 */
export function readSourceFacts(html: string, url: string): SourceFacts {
  const markup = readMarkup(html);
  const linked = linkedFacts(markup.linkedData);
  const first = (names: readonly string[], other?: string): string | undefined =>
    [...names.flatMap((name) => markup.meta.get(name) ?? []), other ?? ""].map(oneLine).find((text) => text !== "");
  const siteName = cut(first(["og:site_name"], linked.siteName), MOST_TITLE);
  const title = first(["og:title", "twitter:title"], linked.title) ?? oneLine(markup.title);
  const description = first(["og:description", "twitter:description"], linked.description) ?? first(["description"]);
  const image = first(["og:image:secure_url", "og:image", "og:image:url", "twitter:image"], linked.image);
  const published = first(["article:published_time"], linked.published) ?? first(["date", "dc.date", "dcterms.date"]);
  const authors = linked.authors.length > 0 ? linked.authors : (markup.meta.get("author") ?? []);
  return {
    ...known("title", cut(withoutSite(title, siteName), MOST_TITLE)),
    ...known("description", cut(description, MOST_DESCRIPTION)),
    ...known("image", image && addressIn(markup, image, url)),
    ...known("siteName", siteName),
    ...known("published", published && dateTimeIn(published)),
    authors: [...new Set(authors.map(oneLine).map((name) => cut(name, MOST_TITLE) ?? ""))]
      // Some name a page about the author instead.
      .filter((name) => name !== "" && !/^https?:/i.test(name))
      .slice(0, MOST_AUTHORS),
  };
}

const MOST_TITLE = 300;
const MOST_DESCRIPTION = 1000;
const MOST_AUTHORS = 10;

function known<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return (value === undefined || value === "" ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}

/** Blanks, control characters and marks of direction, which nobody sees, are one space. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .trim();
}

/** In characters; what is longer ends at a word. */
function cut(text: string | undefined, most: number): string | undefined {
  const characters = [...(text ?? "")];
  if (characters.length <= most) return text;
  const start = characters.slice(0, most).join("");
  return start.replace(/\s+\S*$/, "");
}

/** Many titles end in the name of their site. */
function withoutSite(title: string, siteName: string | undefined): string {
  if (siteName === undefined || !title.toLowerCase().endsWith(siteName.toLowerCase())) return title;
  const rest = title.slice(0, title.length - siteName.length);
  const [separator] = /\s*[|–—·•»:-]\s*$/.exec(rest) ?? [];
  return separator === undefined || separator.length === rest.length ? title : rest.slice(0, -separator.length);
}

function addressIn({ base }: PageMarkup, address: string, url: string): string | undefined {
  const start = base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url;
  const found = URL.canParse(address, start) ? new URL(address, start) : undefined;
  return found !== undefined && /^https?:$/.test(found.protocol) ? found.href : undefined;
}

/** A date of ISO 8601, with what it lacks: midnight, and Greenwich's time zone. */
function dateTimeIn(text: string): string | undefined {
  const [, day = "", time = "00:00", seconds = ":00", zone = "Z"] = DATE_TIME.exec(text) ?? [];
  const written = `${day}T${time}${seconds}${zone.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2").toUpperCase()}`;
  // JavaScript takes the 31st of February for a day in March.
  const isDay = day !== "" && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
  return isDay && !Number.isNaN(Date.parse(written)) ? written : undefined;
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
