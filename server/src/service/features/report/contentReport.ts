/** Figures on the content of a site, and the articles behind each: plain data, the same for the same files and day. */
export interface ContentReport {
  /** The name of the site's folder. */
  readonly site: string;
  /** The day, in UTC, that ages count from: `2026-06-15`. */
  readonly day: string;
  readonly totals: ReportTotals;
  /** All files that entries name, sorted by their paths. */
  readonly files: readonly ReportFile[];
  /** Each once, though several bars may count it. */
  readonly entries: readonly ReportEntry[];
  readonly sections: readonly ReportSection[];
}

export interface ReportTotals {
  readonly articles: number;
  readonly communities: number;
  readonly errors: number;
  readonly warnings: number;
  /** Informations and hints. */
  readonly others: number;
  /** Articles without any problem. */
  readonly clean: number;
  readonly topicsUsed: number;
  /** How many topics the vocabulary lists for use; absent where there is none. */
  readonly topicsListed?: number;
}

export interface ReportFile {
  /** Below the site's root. */
  readonly path: string;
  readonly title: string;
  readonly community?: string;
}

export type SectionId =
  | "rules"
  | "communities"
  | "problemAges"
  | "months"
  | "changes"
  | "images"
  | "topics"
  | "pairs"
  | "topicCounts"
  | "coverage"
  | "rare";

/** One chart: bars with names, or columns in an order of their own, as months are. Entries by their places in the list. */
export interface ReportSection<Entry = number> {
  readonly id: SectionId;
  readonly layout: "bars" | "columns";
  readonly bars: readonly ReportBar<Entry>[];
  /** How many more bars there would be, all of them shorter. */
  readonly hidden: number;
}

export interface ReportBar<Entry = number> {
  /** A name of the site's own, or a figure; where `word` is there, that says it better. */
  readonly label: string;
  readonly word?: WordId;
  /** What it is a part of, where it is one. */
  readonly total?: number;
  /** What it counts. */
  readonly entries: readonly Entry[];
}

/** Labels that are words of ours, for translation. */
export type WordId =
  | "noCommunity"
  | "otherFiles"
  | "noDate"
  | "month"
  | "quarter"
  | "year"
  | "twoYears"
  | "older"
  | "earlier"
  | "later"
  | "noImage"
  | "fileMissing";

export interface ReportEntry {
  /** Its place in the list of files. */
  readonly file: number;
  /** From 1; where none is told, it is about the file. */
  readonly line?: number;
  readonly severity?: "error" | "warning" | "other";
  /** What is there: the message of a problem, a topic, a day. */
  readonly note?: string;
  readonly word?: WordId;
}
