import type { Article } from "../article.ts";
import { type DateRole, datesOf, type ReadableDate } from "../dates/dates.ts";

/** Dates as ISO 8601 in their own zones, by Hugo's names for them and by the author's, in lower case. */
type HugoDates = { readonly [Name in DateRole]?: string } & { readonly [name: string]: string };

/**
 * The dates that a page has, as Hugo's default configuration has them: `date` falls back to the publish date and to the
 * last change, the last change and the publish date fall back to `date`. In older versions (0.111 was measured) the publish
 * date does so only where it is not itself taken from the last change.
 */
export function hugoDates(article: Article): HugoDates {
  const read: Record<string, string> = {};
  for (const { key, role, date } of datesOf(article)) {
    if (date === undefined) continue;
    const iso = isoOf(date);
    read[key.toLowerCase()] = iso;
    read[role] ??= iso;
  }
  const date = read.date ?? read.publishdate ?? read.lastmod;
  if (date === undefined) return read;
  const hasPublishDate = article.model.hugo.hasPageConfig || read.date !== undefined;
  return { date, lastmod: date, ...(hasPublishDate ? { publishdate: date } : {}), ...read };
}

/** To the microsecond; how many digits are told depends on how many count. */
function isoOf({ instant, offset }: ReadableDate["date"]): string {
  const micros = Math.round((instant + offset * 60_000) * 1000);
  const seconds = Math.floor(micros / 1e6);
  const fraction = String(micros - seconds * 1e6)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const time = new Date(seconds * 1000).toISOString().slice(0, -".000Z".length);
  return `${time}${fraction === "" ? "" : `.${fraction}`}${zoneOf(offset)}`;
}

function zoneOf(offset: number): string {
  if (offset === 0) return "Z";
  const two = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
