import { ageBars } from "./ages.ts";
import type { ReportEntry } from "./contentReport.ts";
import { byLabel, dayOf, type FigureBar, longestFirst, type Material } from "./material.ts";

/** More months than a chart holds: what is older stands in one column. */
const MOST_MONTHS = 60;

/** Articles may be dated ahead, but hardly farther. */
const MONTHS_AHEAD = 12;

/** How many articles appeared in each month, the oldest first; months without any count as well. */
export function articlesByMonth({ articles, fileAt, now }: Material): readonly FigureBar[] {
  const dated = articles.flatMap(({ path, date }) => (date === undefined ? [] : [{ path, date }]));
  // A year that was mistyped is not to push the others out of the chart.
  const months = dated.map(({ date }) => monthNumber(date)).filter((month) => month <= monthNumber(now) + MONTHS_AHEAD);
  const last = months.reduce((most, month) => Math.max(most, month), Number.NEGATIVE_INFINITY);
  const oldest = months.reduce((least, month) => Math.min(least, month), Number.POSITIVE_INFINITY);
  const first = Math.max(oldest, last - MOST_MONTHS + 1);
  const [earlier, later]: [ReportEntry[], ReportEntry[]] = [[], []];
  const bars = Array.from({ length: months.length === 0 ? 0 : last - first + 1 }, (): ReportEntry[] => []);
  for (const { path, date } of dated.toSorted((a, b) => b.date - a.date || (a.path < b.path ? -1 : 1))) {
    const entry = { file: fileAt(path), note: dayOf(date) };
    const month = monthNumber(date);
    (month > last ? later : (bars[month - first] ?? earlier)).push(entry);
  }
  const outside = (word: "earlier" | "later", entries: readonly ReportEntry[]): readonly FigureBar[] =>
    entries.length === 0 ? [] : [{ label: "", word, entries }];
  const shown = bars.map((entries, index) => ({ label: monthName(first + index), entries }));
  return [...outside("earlier", earlier), ...shown, ...outside("later", later)];
}

/** How many articles were changed last how long ago. */
export function articlesByChange({ articles, fileAt, now }: Material): readonly FigureBar[] {
  const oldestFirst = articles.toSorted((a, b) => (a.changed ?? 0) - (b.changed ?? 0) || (a.path < b.path ? -1 : 1));
  return ageBars(
    oldestFirst.map(({ path, changed }) => [
      changed,
      { file: fileAt(path), ...(changed !== undefined && { note: dayOf(changed) }) },
    ]),
    now,
  );
}

/** The rule that finds that the file of an image is not there. */
const IMAGE_MISSING = "image-missing";

/** How many articles of each community have no image, or name one whose file is not there. */
export function missingImages({ articles, problems, fileAt }: Material): readonly FigureBar[] {
  const lines = new Map<string, number>();
  for (const { path, ruleId, line } of problems)
    if (ruleId === IMAGE_MISSING && !lines.has(path)) lines.set(path, line);
  const missing = articles.flatMap(({ path, community, facts }) => {
    const label = community ?? ({ word: "noCommunity" } as const);
    const line = lines.get(path);
    const isThere = line === undefined && facts.article?.images.length !== 0;
    const entry: ReportEntry =
      line === undefined ? { file: fileAt(path), word: "noImage" } : { file: fileAt(path), line, word: "fileMissing" };
    return isThere ? [] : [[label, entry] as const];
  });
  return longestFirst(byLabel(missing));
}

function monthNumber(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthName(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}
