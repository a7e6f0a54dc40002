import type { Pair, Scalar } from "../../document/node.ts";
import { type Article, isUnsure } from "../article.ts";
import { type HugoDate, readHugoDate } from "../hugo/date.ts";
import { oncePerDocument } from "../oncePer.ts";
import { A_DAY } from "./calendar.ts";

/** What a date is for, as Hugo names it in lower case. */
export type DateRole = "date" | "expirydate" | "lastmod" | "publishdate";

/** A key of an article that Hugo reads as a date, and its value. */
export interface DateUse {
  readonly role: DateRole;
  /** The key as it is written. */
  readonly key: string;
  readonly pair: Pair;
  readonly node: Scalar;
  /** `undefined` where Hugo can read no date. */
  readonly date: HugoDate | undefined;
}

/** The keys of each date, in the order in which Hugo tries them; letter case does not matter. */
const KEYS: { readonly [Role in DateRole]: readonly string[] } = {
  date: ["date"],
  expirydate: ["expirydate", "unpublishdate"],
  lastmod: ["lastmod", "modified"],
  publishdate: ["publishdate", "pubdate", "published"],
};

const ROLES: ReadonlyMap<string, DateRole> = new Map(
  Object.entries(KEYS).flatMap(([role, keys]) => keys.map((key) => [key, role as DateRole])),
);

/** What Hugo reads a key at the top of the front matter for; `undefined` where it reads no date there. */
export function roleOf(key: string): DateRole | undefined {
  return ROLES.get(key.toLowerCase());
}

/**
 * The dates of an article. Left out is what Hugo does not read (a name of a date behind one that it could read), what
 * nobody can tell, what is empty or no single value, and `published: false`, which was a switch up to 0.135.
 */
export const datesOf = oncePerDocument((article: Article): readonly DateUse[] => {
  const uses = new Map<string, DateUse>();
  for (const pair of article.frontMatter?.root?.pairs ?? []) {
    const key = pair.key.text;
    const role = roleOf(key);
    const node = pair.value;
    if (role === undefined || node.kind !== "scalar" || node.value === null || node.value === "") continue;
    if (isSwitch(role, node) || isUnsure(article, [key])) continue;
    uses.set(key.toLowerCase(), { role, key, pair, node, date: readHugoDate(node) });
  }
  return [...uses.values()].filter(({ role, key }) => {
    const before = KEYS[role].slice(0, KEYS[role].indexOf(key.toLowerCase()));
    return before.every((name) => uses.get(name)?.date === undefined);
  });
});

function isSwitch(role: DateRole, { value }: Scalar): boolean {
  return role === "publishdate" && /^(?:true|false)$/i.test(String(value));
}

/** The dates that an author wrote as such and Hugo can read. What a number was meant for nobody knows. */
export function writtenDates(article: Article): readonly ReadableDate[] {
  return datesOf(article)
    .filter(isReadable)
    .filter(({ node }) => typeof node.value === "string");
}

/** Whether a date is further ahead than anybody plans, and so has a slip in its year. */
export function isFarAhead({ role, date }: ReadableDate, { now }: Pick<Article, "now">): boolean {
  return role !== "expirydate" && date.instant > now() + A_YEAR;
}

const A_YEAR = 366 * A_DAY;

/** The date that has a role, where Hugo can read it. */
export function dateOf(uses: readonly ReadableDate[], role: DateRole): ReadableDate | undefined {
  return uses.find((use) => use.role === role);
}

export interface ReadableDate extends DateUse {
  readonly date: HugoDate;
}

export function isReadable(use: DateUse): use is ReadableDate {
  return use.date !== undefined;
}
