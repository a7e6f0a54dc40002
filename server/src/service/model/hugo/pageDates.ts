import type { Article } from "../article.ts";
import { type DateRole, datesOf, type ReadableDate } from "../dates/dates.ts";

/** Dates as ISO 8601 in UTC, by Hugo's names for them and by the author's, in lower case. */
type HugoDates = { readonly [Name in DateRole]?: string } & { readonly [name: string]: string };

/**
 * The dates that a page has, as Hugo's default configuration has them: `date` falls back to the publish date and to the
 * last change, the last change and the publish date fall back to `date`.
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
  return date === undefined ? read : { date, lastmod: date, publishdate: date, ...read };
}

/** To the microsecond; how many digits are told depends on how many count. */
function isoOf({ instant }: ReadableDate["date"]): string {
  const micros = Math.round(instant * 1000);
  const seconds = Math.floor(micros / 1e6);
  const fraction = String(micros - seconds * 1e6)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return new Date(seconds * 1000).toISOString().replace(".000Z", fraction === "" ? "Z" : `.${fraction}Z`);
}
