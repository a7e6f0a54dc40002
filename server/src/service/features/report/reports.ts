import type { Severity } from "../../model/severities.ts";
import { isControlled } from "../../model/vocabulary.ts";
import type { Indexing } from "../../workspace/indexing.ts";
import { relativePath } from "../../workspace/siteRoot.ts";
import type { Sites } from "../../workspace/sites.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { CheckedSiteFile } from "../siteFileCheck.ts";
import type { WholeSite, WholeSiteOptions } from "../wholeSite.ts";
import { articlesByChange, articlesByMonth, missingImages } from "./articleFigures.ts";
import type { ContentReport, ReportEntry, ReportSection, ReportTotals, SectionId } from "./contentReport.ts";
import {
  type CountedProblem,
  createFiles,
  dayOf,
  type FigureBar,
  type Material,
  reportedArticles,
} from "./material.ts";
import { problemsByAge, problemsByCommunity, problemsByRule } from "./problemFigures.ts";
import {
  articlesByTopics,
  type ListedUse,
  listedUses,
  rareTopics,
  topicPairs,
  topicsByUse,
  unusedTopics,
} from "./topicFigures.ts";

/** Tells how the content of a site is doing. */
export interface Reports {
  /**
   * Checks a site and counts what is in it.
   *
   * @param uri any in the site
   * @returns `undefined` where somebody stopped it
   */
  contentReport(uri: string, options?: WholeSiteOptions & ReportOptions): Promise<SiteReport | undefined>;
}

export interface ReportOptions {
  /** When it is, in milliseconds, for what is of some age; the clock says it without. */
  readonly now?: number | undefined;
}

export interface SiteReport {
  readonly root: string;
  readonly report: ContentReport;
}

interface ReportParts {
  readonly sites: Sites;
  readonly indexing: Indexing;
  readonly workspace: Workspace;
  checkSite: WholeSite["checkSite"];
  now(): number;
}

export function createReports({ sites, indexing, workspace, checkSite, now }: ReportParts): Reports {
  return {
    async contentReport(uri, options = {}) {
      const problems: CountedProblem[] = [];
      const { model: before } = await sites.of(uri);
      const { root } = before;
      const count = (file: CheckedSiteFile): void => {
        for (const problem of problemsOf(file, root)) problems.push(problem);
      };
      await checkSite(uri, count, options);
      const index = indexing.of(root);
      if (options.signal?.aborted === true || index === undefined) return undefined;
      const { model } = await sites.of(uri);
      const files = createFiles({ model, index });
      const articles = reportedArticles(model, index);
      const sorted = problems.toSorted(
        (a, b) => compare(a.path, b.path) || a.line - b.line || compare(a.ruleId, b.ruleId),
      );
      const { fileAt } = files;
      const material: Material = { model, index, articles, problems: sorted, fileAt, now: options.now ?? now() };
      // The order of the files is theirs, whatever is counted first.
      for (const { path } of articles) fileAt(path);
      const listed = await usesOf(material, workspace);
      const figures = await sectionsOf(material, listed, workspace);
      const day = dayOf(material.now);
      const site = decodeURIComponent(root.slice(root.lastIndexOf("/") + 1));
      return { root, report: { site, day, totals: totalsOf(material, listed), files: files.all(), ...figures } };
    },
  };
}

/** Nobody looks at more bars; a page with all of them would be slow. */
const MOST_BARS = 20;

/** How often each topic is used that the vocabulary lists for use, and where it is listed. */
async function usesOf(material: Material, { readFile }: Workspace): Promise<readonly ListedUse[]> {
  const { model } = material;
  const vocabulary = model.topicsFor(undefined);
  const uri = vocabulary?.uri;
  const path = uri === undefined ? undefined : relativePath(model.root, uri);
  const text = uri === undefined ? undefined : await readFile(uri);
  return listedUses(material, vocabulary, { path: path ?? "", text: text ?? "" });
}

async function sectionsOf(
  material: Material,
  listed: readonly ListedUse[],
  { pause }: Workspace,
): Promise<Pick<ContentReport, "entries" | "sections">> {
  const figures: readonly (readonly [SectionId, ReportSection["layout"], () => readonly FigureBar[]])[] = [
    ["rules", "bars", () => problemsByRule(material)],
    ["communities", "bars", () => problemsByCommunity(material)],
    ["problemAges", "columns", () => problemsByAge(material)],
    ["months", "columns", () => articlesByMonth(material)],
    ["changes", "columns", () => articlesByChange(material)],
    ["images", "bars", () => missingImages(material)],
    ["topics", "bars", () => topicsByUse(material)],
    ["pairs", "bars", () => topicPairs(material)],
    ["topicCounts", "columns", () => articlesByTopics(material)],
    ["coverage", "bars", () => unusedTopics(material, listed)],
    ["rare", "bars", () => rareTopics(material, listed)],
  ];
  const sections: ReportSection[] = [];
  const entries = createEntries();
  for (const [id, layout, count] of figures) {
    const bars = count();
    const shown = layout === "bars" ? bars.slice(0, MOST_BARS) : bars;
    const numbered = shown.map((bar) => ({ ...bar, entries: bar.entries.map(entries.placeOf) }));
    sections.push({ id, layout, bars: numbered, hidden: bars.length - shown.length });
    await pause();
  }
  return { sections, entries: entries.all };
}

/** A list of entries in which each has one place, by what it says. */
function createEntries() {
  const all: ReportEntry[] = [];
  const places = new Map<string, number>();
  return {
    all,
    placeOf(entry: ReportEntry): number {
      const { file, line, severity, note, word } = entry;
      const key = [file, line, severity, word, note].join("\0");
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, all.length);
      return all.push(entry) - 1;
    },
  };
}

function totalsOf({ articles, problems, index, model }: Material, listed: readonly ListedUse[]): ReportTotals {
  const isListed = isControlled(model.topicsFor(undefined));
  const count = (severity: CountedProblem["severity"]) => problems.filter((each) => each.severity === severity).length;
  const faulty = new Set(problems.map(({ path }) => path));
  return {
    articles: articles.length,
    communities: new Set(articles.flatMap(({ facts }) => facts.article?.community ?? [])).size,
    errors: count("error"),
    warnings: count("warning"),
    others: count("other"),
    clean: articles.filter(({ path }) => !faulty.has(path)).length,
    topicsUsed: isListed ? listed.filter((use) => use.count > 0).length : [...index.values("topic")].length,
    ...(isListed && { topicsListed: listed.length }),
  };
}

function problemsOf({ uri, text, diagnostics }: CheckedSiteFile, root: string): readonly CountedProblem[] {
  const path = relativePath(root, uri) ?? uri;
  let [line, at] = [1, 0];
  return diagnostics
    .toSorted((a, b) => a.start - b.start)
    .map(({ ruleId, severity, message, start }) => {
      line += text.slice(at, start).match(/\r\n|\n|\r/g)?.length ?? 0;
      at = Math.max(at, start);
      return { path, ruleId, severity: kindOf(severity), message: message.replace(/\s+/g, " "), line };
    });
}

function kindOf(severity: Severity): CountedProblem["severity"] {
  return severity === "error" || severity === "warning" ? severity : "other";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
