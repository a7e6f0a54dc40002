import type { Indexing, IndexState } from "../workspace/indexing.ts";
import type { Sites } from "../workspace/sites.ts";
import type { SubjectOptions } from "../workspace/subject.ts";
import type { Subjects } from "../workspace/subjects.ts";
import { uriIn } from "../workspace/uri.ts";
import type { Log, Workspace } from "../workspace/workspace.ts";
import { withPlaces } from "./elsewhere.ts";
import { findProblems } from "./findProblems.ts";
import { fixDocument } from "./fixDocument.ts";
import type { FileEdit } from "./places.ts";
import type { Severities } from "./problems.ts";
import { type CheckedSiteFile, faultsIn, type SiteFault } from "./siteFileCheck.ts";
import { type SiteNode, type SiteTreeSource, siteNode, siteNodesBelow } from "./siteTree.ts";
import { type WalkOptions, walkFiles } from "./siteWalk.ts";

/** What is done with all files of a site. Each is read, looked at and forgotten; a URI is any in the site. */
export interface WholeSite {
  /** The roots of the sites that are open, and of those of documents that were asked about. */
  sites(): Promise<readonly string[]>;
  /**
   * Checks a file as an editor has it open, else as it is on disk; `undefined` where it is neither an article nor one of its
   * site's own files.
   */
  checkFile(uri: string, settings?: SiteSettings): Promise<CheckedSiteFile | undefined>;
  /**
   * Checks a site's own files, and all of its articles once its index is whole. Resolves when all are checked, or soon after
   * the signal is aborted.
   */
  checkSite(uri: string, onFile: (file: CheckedSiteFile) => void, options?: WholeSiteOptions): Promise<void>;
  /**
   * Works out all right answers in the articles of a site, and tells of the files that have any. Nothing is changed here.
   *
   * @returns the errors in the site's own files: while there are any, nobody knows what is expected of an article, and
   * nothing is repaired
   */
  fixSite(
    uri: string,
    onFile: (file: FileEdit) => void,
    options?: WholeSiteOptions,
  ): Promise<{ readonly errors: readonly SiteFault[] }>;
  /**
   * The nodes below one of the tree of a site, which is named by the steps that lead to it; without any, that of the site
   * itself. Has the site indexed, unless somebody stopped that.
   */
  siteTree(root: string, steps: readonly string[], problemsOf: SiteTreeSource["problemsOf"]): Promise<SiteTree>;
}

export interface SiteTree {
  readonly nodes: readonly SiteNode[];
  /** Whether all articles are read. */
  readonly state: IndexState;
}

/** A user's settings for the files of a site. */
export interface SiteSettings {
  readonly enable: boolean;
  readonly rules: Severities;
}

export interface WholeSiteOptions extends WalkOptions {
  readonly settings?: SiteSettings | undefined;
}

interface WholeSiteParts {
  readonly workspace: Workspace;
  readonly sites: Sites;
  readonly subjects: Subjects;
  readonly indexing: Indexing;
  readonly log: Log;
  readonly subjectOptions: SubjectOptions;
  siteFilesOf(uri: string): Promise<readonly CheckedSiteFile[]>;
}

const NO_SETTINGS: SiteSettings = { enable: true, rules: {} };

export function createWholeSite(parts: WholeSiteParts): WholeSite {
  const { workspace, sites, subjects, indexing, log, siteFilesOf, subjectOptions } = parts;

  const checkFile = async (uri: string, settings = NO_SETTINGS): Promise<CheckedSiteFile | undefined> => {
    const subject = settings.enable ? await subjects.at(uri) : undefined;
    if (subject === undefined) return undefined;
    const diagnostics = await withPlaces(
      await findProblems(subject, settings.rules, workspace.pause),
      subject,
      subjects.at,
    );
    return { uri, text: subject.text, diagnostics };
  };
  /** All pages, for one whose front matter is missing is an article only by its place. */
  const pagesOf = async (uri: string): Promise<readonly string[]> => {
    const { root } = (await sites.of(uri)).model;
    return Array.from(indexing.of(root)?.all() ?? [], ({ path }) => uriIn(root, path));
  };
  const fixFile = async (uri: string, settings: SiteSettings): Promise<FileEdit | undefined> => {
    const open = workspace.openDocument(uri);
    const text = open?.getText() ?? (await workspace.readFile(uri));
    if (text === undefined) return undefined;
    if (open === undefined && text.includes("\uFFFD")) {
      log.warn(`${uri} is not repaired: it is not valid UTF-8.`);
      return undefined;
    }
    const edits = await fixDocument({ uri, getText: () => text }, settings, { sites, options: subjectOptions });
    // The author may have typed on meanwhile, or opened the file.
    if (workspace.openDocument(uri) !== open) return fixFile(uri, settings);
    return edits.length === 0 ? undefined : { uri, text, edits };
  };

  return {
    sites: sites.roots,
    checkFile,
    async checkSite(uri, onFile, { settings = NO_SETTINGS, ...options } = {}) {
      if (!settings.enable || !(await subjects.index(uri, undefined, options.signal))) return;
      for (const file of await siteFilesOf(uri)) onFile((await checkFile(file.uri, settings)) ?? file);
      const check = async (page: string): Promise<void> => {
        const file = await checkFile(page, settings);
        if (file !== undefined) onFile(file);
      };
      await walkFiles(await pagesOf(uri), check, options);
    },
    async fixSite(uri, onFile, { settings = NO_SETTINGS, ...options } = {}) {
      if (!(await subjects.index(uri, undefined, options.signal))) return { errors: [] };
      const errors = faultsIn(await siteFilesOf(uri)).filter(({ severity }) => severity === "error");
      if (errors.length > 0 || !settings.enable) return { errors };
      const fix = async (page: string): Promise<void> => {
        const file = await fixFile(page, settings);
        if (file !== undefined) onFile(file);
      };
      await walkFiles(await pagesOf(uri), fix, options);
      return { errors };
    },
    async siteTree(root, steps, problemsOf) {
      const place = placeIn(root);
      await sites.startIndex(place);
      const { model } = await sites.of(place);
      const index = indexing.of(root);
      if (index === undefined) return { nodes: [], state: "reading" };
      const source = { index, model, problemsOf };
      const site = steps.length === 0 ? siteNode(source) : undefined;
      const nodes = steps.length > 0 ? siteNodesBelow(steps, source) : site === undefined ? [] : [site];
      return { nodes, state: indexing.stateOf(root) };
    },
  };
}

/** A URI in the site at a root, for all that asks for one. */
export function placeIn(root: string): string {
  return `${root}/content/`;
}
