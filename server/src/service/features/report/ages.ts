import { A_DAY } from "../../model/dates/calendar.ts";
import type { ReportEntry, WordId } from "./contentReport.ts";
import type { FigureBar } from "./material.ts";

/** How old something is at most, in days. What lies ahead is as young as can be. */
const AGES: readonly { readonly word: WordId; readonly days: number }[] = [
  { word: "month", days: 30 },
  { word: "quarter", days: 91 },
  { word: "year", days: 365 },
  { word: "twoYears", days: 730 },
  { word: "older", days: Number.POSITIVE_INFINITY },
];

/** Entries by the age of what they are about, the youngest first; a bar for each age, and one for what has no date. */
export function ageBars(
  entries: Iterable<readonly [instant: number | undefined, entry: ReportEntry]>,
  now: number,
): readonly FigureBar[] {
  const bars = new Map<WordId, ReportEntry[]>(AGES.map(({ word }) => [word, []]));
  const undated: ReportEntry[] = [];
  for (const [instant, entry] of entries) {
    const days = instant === undefined ? undefined : (now - instant) / A_DAY;
    const age = days === undefined ? undefined : AGES.find((each) => days <= each.days);
    (age === undefined ? undated : bars.get(age.word))?.push(entry);
  }
  const ages = [...bars].map(([word, own]) => ({ label: "", word, entries: own }));
  return undated.length === 0 ? ages : [...ages, { label: "", word: "noDate" as const, entries: undated }];
}
