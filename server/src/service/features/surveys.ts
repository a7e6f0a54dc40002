import { parseFrontMatter } from "../document/frontMatter.ts";
import type { TextDocument } from "../document/textDocument.ts";
import { isArticle } from "../model/article.ts";
import { createAskedIndex, isAnsweredBy, type Questions } from "../model/askedIndex.ts";
import { datesOf } from "../model/dates/dates.ts";
import { factsOf, type PageFacts } from "../model/facts.ts";
import { createAskedAssets, type Found } from "../model/images/askedAssets.ts";
import type { Asset } from "../model/images/assets.ts";
import { oncePer } from "../model/oncePer.ts";
import { ownFacts } from "../model/ownFacts.ts";
import { isPagePath } from "../workspace/pagePaths.ts";
import { sectionPages } from "../workspace/sectionPages.ts";
import type { Site } from "../workspace/site.ts";
import { relativePath } from "../workspace/siteRoot.ts";
import type { Sites } from "../workspace/sites.ts";
import { fileKindOf, readSubject, type SubjectOptions } from "../workspace/subject.ts";
import type { Subjects } from "../workspace/subjects.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { withPlaces } from "./elsewhere.ts";
import { findProblems } from "./findProblems.ts";
import type { Severities } from "./problems.ts";

/**
 * Checking many pages without reading any twice. Each is surveyed before the others are known; then the index is filled
 * with what all say, and those are checked again that had been told otherwise.
 */
export interface Surveys {
  /** `undefined` for what can only be checked when its site is indexed, as where a site learns from its articles. */
  survey(document: TextDocument, severities?: Severities): Promise<Survey | undefined>;
  /** Puts what was surveyed into the index of the site of a document, and reads its other pages. */
  fill(uri: string, pages: Iterable<PageFacts>): Promise<void>;
  /**
   * Whether what was found in the survey of a document holds, now that the index of its site is filled.
   *
   * @param questions that the survey asked
   */
  holds(uri: string, questions: Questions): Promise<boolean>;
  /**
   * What surveys depend on besides the texts of the page itself and of the site's own files; `undefined` where the site of
   * a document learns from its articles.
   */
  circumstances(uri: string): Promise<string | undefined>;
  /** Whether a document would find the same files as in its survey. */
  findsSame(uri: string, found: Found): Promise<boolean>;
}

/** What is found in a page before the other pages of its site are known. */
export interface Survey {
  /** The root of its site. */
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What it says; `undefined` where it is no page of the index. */
  readonly facts: PageFacts | undefined;
  /** What it would have to know of the others. */
  readonly questions: Questions;
  /** What it found of the files that it names; absent where the survey holds for this moment only. */
  readonly found?: Found | undefined;
}

export function createSurveys(
  workspace: Workspace,
  {
    sites,
    subjects,
    options,
  }: {
    readonly sites: Sites;
    readonly subjects: Subjects;
    readonly options: SubjectOptions;
  },
): Surveys {
  const { assets, indexing } = options;
  const sectionsOf = oncePer(({ model }: Site) => sectionPages(workspace, model));

  return {
    async survey(document, severities = {}) {
      const { uri } = document;
      const text = document.getText();
      const site = await sites.of(uri);
      const { model } = site;
      const path = relativePath(model.root, uri);
      if (site.unlisted.size > 0 || fileKindOf(uri, site) !== undefined || path === undefined) return undefined;
      let facts: PageFacts | undefined;
      const { pages } = await sectionsOf(site);
      const index = createAskedIndex(pages, path, () => facts);
      const files = createAskedAssets(assets.of(uri, model));
      const reading = {
        ...options,
        indexing: { ...indexing, of: () => index },
        assets: { ...assets, of: () => files },
      };
      const subject = await readSubject({ uri, text, before: undefined, problems: [] }, site, reading);
      if (isPagePath(path, model)) {
        const isOwn = subject !== undefined && isArticle(subject);
        facts = isOwn
          ? ownFacts(subject)
          : factsOf(path, parseFrontMatter(text, undefined, model.hugo.yamlReader), model);
      }
      const { root } = model;
      if (subject === undefined) return { root, diagnostics: [], facts, questions: "", found: [] };
      if (isArticle(subject)) await assets.load(subject);
      const diagnostics = await withPlaces(
        await findProblems(subject, severities, options.pause),
        subject,
        subjects.at,
      );
      const isLasting =
        isArticle(subject) && datesOf(subject).every(({ date }) => (date?.instant ?? 0) <= options.now());
      return { root, diagnostics, facts, questions: index.questions(), ...(isLasting && { found: files.found() }) };
    },
    async circumstances(uri) {
      const site = await sites.of(uri);
      if (site.unlisted.size > 0) return undefined;
      const { texts } = await sectionsOf(site);
      return JSON.stringify([site.fingerprint, [...site.model.communities.bySlug.keys()], texts]);
    },
    async findsSame(uri, found) {
      const { model } = await sites.of(uri);
      const hrefs = found.map(([href]) => href);
      await assets.lookFor(hrefs, uri, model);
      const files = assets.of(uri, model);
      return found.every(([href, asset]) => isSameAsset(asset, files.find(href)));
    },
    async fill(uri, pages) {
      const { root } = (await sites.of(uri)).model;
      indexing.fill(root, pages);
      await indexing.load(root);
    },
    async holds(uri, questions) {
      const { root } = (await sites.of(uri)).model;
      const index = indexing.of(root);
      return index?.isWhole === true && isAnsweredBy(questions, relativePath(root, uri) ?? "", index);
    },
  };
}

/** Both are plain data, made in one way. */
function isSameAsset(a: Asset | undefined, b: Asset | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
