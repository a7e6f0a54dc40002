import type { ContentModel } from "../../model/contentModel.ts";
import type { PageFacts } from "../../model/facts.ts";
import { readHugoDate } from "../../model/hugo/date.ts";
import type { SiteIndex } from "../../model/siteIndex.ts";
import type { ReportBar, ReportEntry, ReportFile, WordId } from "./contentReport.ts";

/** A problem of a file, as a report counts it. */
export interface CountedProblem {
  /** Below the site's root. */
  readonly path: string;
  readonly ruleId: string;
  readonly severity: "error" | "warning" | "other";
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

/** A bar with all that it counts. */
export type FigureBar = ReportBar<ReportEntry>;

/** What figures are made of. */
export interface Material {
  readonly model: ContentModel;
  readonly index: SiteIndex;
  readonly now: number;
  /** The articles, by their paths. */
  readonly articles: readonly ReportedArticle[];
  readonly problems: readonly CountedProblem[];
  /** The place of a file in the list of all that entries name; one that is new goes to its end. */
  fileAt(path: string): number;
}

export interface ReportedArticle {
  readonly path: string;
  readonly facts: PageFacts;
  readonly community: string | undefined;
  /** When it appeared, and when it was changed last, in milliseconds; `undefined` where nobody knows. */
  readonly date: number | undefined;
  readonly changed: number | undefined;
}

export function reportedArticles(model: ContentModel, index: SiteIndex): readonly ReportedArticle[] {
  return [...index.all()]
    .filter(({ article }) => article !== undefined)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((facts) => {
      const date = instantOf(facts.article?.date);
      return {
        path: facts.path,
        facts,
        community: communityName(facts, model),
        date,
        changed: instantOf(facts.article?.lastMod) ?? date,
      };
    });
}

/** The name of an article's community, else its slug. */
function communityName({ article }: PageFacts, { communities }: ContentModel): string | undefined {
  const slug = article?.community;
  return slug === undefined ? undefined : (communities.bySlug.get(slug)?.name ?? article?.communityName ?? slug);
}

/** A list of files that grows as they are named; sorted at the end, when all are known. */
export function createFiles(material: Pick<Material, "model" | "index">) {
  const places = new Map<string, number>();
  return {
    fileAt(path: string): number {
      const known = places.get(path) ?? places.size;
      places.set(path, known);
      return known;
    },
    all(): readonly ReportFile[] {
      return [...places.keys()].map((path) => {
        const facts = material.index.at(path);
        const community = facts && communityName(facts, material.model);
        const title = facts?.title ?? path.slice(path.lastIndexOf("/") + 1);
        return { path, title, ...(community !== undefined && { community }) };
      });
    },
  };
}

/** The longest bars first, those alike by their labels. */
export function longestFirst(bars: readonly FigureBar[]): readonly FigureBar[] {
  return bars.toSorted((a, b) => b.entries.length - a.entries.length || (a.label < b.label ? -1 : 1));
}

/** The day of an instant in UTC. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Entries put to bars by a name of the site's own, or a word of ours. */
export function byLabel(
  entries: Iterable<readonly [label: string | { readonly word: WordId }, entry: ReportEntry]>,
): readonly FigureBar[] {
  const bars = new Map<string, { readonly label: string; readonly word?: WordId; readonly entries: ReportEntry[] }>();
  for (const [label, entry] of entries) {
    const key = typeof label === "string" ? `=${label}` : label.word;
    const known = bars.get(key);
    if (known !== undefined) known.entries.push(entry);
    else bars.set(key, { ...(typeof label === "string" ? { label } : { label: "", ...label }), entries: [entry] });
  }
  return [...bars.values()];
}

function instantOf(written: string | undefined): number | undefined {
  const instant = written === undefined ? undefined : readHugoDate({ value: written, text: written })?.instant;
  return instant === undefined || Number.isNaN(new Date(instant).getTime()) ? undefined : instant;
}
