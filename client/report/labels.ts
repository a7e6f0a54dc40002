import type { ReportBar, ReportEntry, ReportSection } from "../../server/src/protocol/contentReport.ts";
import type { ReportTexts } from "../../server/src/protocol/reportTexts.ts";
import { filled } from "./dom.ts";

/** A section with all that its bars count. */
export type Section = ReportSection<ReportEntry>;
export type Bar = ReportBar<ReportEntry>;

/** What a bar is called. */
export function labelOf({ label, word }: Bar, { id }: Section, texts: ReportTexts): string {
  if (word !== undefined) return texts.words[word];
  return id === "months" ? monthOf(label, texts.language) : label;
}

/** How much a bar counts, and of what it is a part. */
export function countOf({ entries, total }: Bar, texts: ReportTexts): string {
  const format = new Intl.NumberFormat(texts.language);
  const count = format.format(entries.length);
  return total === undefined ? count : filled(texts.of, count, format.format(total));
}

/** A day in the words of the language. */
export function dayOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function monthOf(label: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${label}-01T00:00:00Z`));
}
