import { parseFrontMatter } from "../document/frontMatter.ts";
import type { Article } from "../model/article.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { factsOf, type PageFacts } from "../model/facts.ts";
import { createFactStore, type FactStore, keysOf, SHARED, type SiteIndex } from "../model/siteIndex.ts";
import { createDiskFacts, type DiskFacts } from "./diskFacts.ts";
import { isPagePath, pagePaths } from "./pagePaths.ts";
import type { Site } from "./site.ts";
import { relativePath } from "./siteRoot.ts";
import { uriIn } from "./uri.ts";
import type { Log, Workspace } from "./workspace.ts";

/** The indexes of all sites: read in the background, kept true while files and open documents change. */
export interface Indexing {
  /** Takes a site that was just read for the one at its root. What was indexed is kept where it would be indexed alike. */
  open(site: Site): void;
  /** The index of the site at a root, as far as it is read. */
  of(root: string): SiteIndex | undefined;
  /** What its files say, without open documents. */
  diskFacts(root: string): DiskFacts | undefined;
  /** Reads the pages of the site at a root, once. */
  load(root: string, progress?: IndexProgress): Promise<void>;
  /** Says what an open document says now, saved or not. */
  update(article: Article): void;
  /** Says that a document is open no more: its file counts again. */
  didClose(uri: string): void;
  /** Has a page, or all pages of a folder, read again in its own time. */
  didChangeFile(uri: string): void;
  onDidChange(listener: (change: IndexChange) => void): void;
}

/** What happened to an index. */
export interface IndexChange {
  /** The root of the site. */
  readonly root: string;
  /** The URIs of the pages that say something else than before. */
  readonly changed: ReadonlySet<string>;
  /** The URIs of other pages about which something else may have to be said. */
  readonly concerned: ReadonlySet<string> | "all";
}

/** Is told how many of all pages are read. */
export type IndexProgress = (done: number, total: number) => void;

/** So many are read at a time: what an author waits for comes in between. */
const AT_ONCE = 4;

/** Larger front matter is not read anywhere; in bytes. */
const HEAD = 64 * 1024;

/** The index of one site. */
interface Course {
  site: Site;
  readonly store: FactStore;
  readonly disk: DiskFacts;
  /** What open documents say, where it differs from their files. */
  readonly open: Map<string, PageFacts>;
  /** The paths of the pages that are still to be read. */
  readonly pending: Set<string>;
  readonly listeners: Set<IndexProgress>;
  /** The first reading of all pages. */
  loading: Promise<void> | undefined;
  /** The reading of pages that have changed since. */
  readingAgain: Promise<void> | undefined;
}

export function createIndexing({ workspace, log, now }: IndexingOptions): Indexing {
  const courses = new Map<string, Course>();
  const listeners: ((change: IndexChange) => void)[] = [];

  const isCurrent = (course: Course) => courses.get(course.site.model.root) === course;

  const begin = async (course: Course): Promise<void> => {
    const started = now();
    const { root } = course.site.model;
    const { paths, isWhole } = await pagePaths(workspace, course.site.model);
    for (const path of paths) course.pending.add(path);
    await read(course);
    if (!isCurrent(course)) return;
    course.listeners.clear();
    log.info(`Site ${root}: indexed ${course.disk.size} pages in ${Math.round(now() - started)} ms.`);
    if (!isWhole) {
      log.warn(`Site ${root}: some of its folders cannot be listed, so that nothing is said of what pages share.`);
      return;
    }
    course.store.isWhole = true;
    course.disk.isWhole = true;
    tell({ root, changed: new Set(), concerned: "all" });
  };
  const readAgain = async (course: Course): Promise<void> => {
    const { lesson } = course.disk;
    const change = await read(course);
    course.readingAgain = undefined;
    if (!isCurrent(course) || change.changed.size === 0) return;
    // What is learned from articles counts for all of them.
    const isTaught = course.site.unlisted.size > 0 && course.disk.lesson !== lesson;
    tell(isTaught ? { ...change, concerned: "all" } : change);
  };
  const read = async (course: Course): Promise<IndexChange> => {
    const changes: Changes = { changed: new Set(), concerned: new Set(), concernsAll: false };
    const total = course.pending.size;
    let done = 0;
    const readPending = async (): Promise<void> => {
      for (const path of course.pending) {
        course.pending.delete(path);
        const facts = await readFacts(path, course.site.model);
        // The site is another now, and is read anew.
        if (!isCurrent(course)) course.pending.clear();
        course.disk.set(path, facts);
        enter(course, path, changes);
        done++;
        if (done % 64 === 0) for (const listener of course.listeners) listener(done, Math.max(done, total));
      }
    };
    while (course.pending.size > 0) await Promise.all(Array.from({ length: AT_ONCE }, readPending));
    return toChange(course, changes);
  };
  const readFacts = async (path: string, model: ContentModel): Promise<PageFacts | undefined> => {
    const text = await workspace.readStart(uriIn(model.root, path), HEAD);
    if (text === undefined) return undefined;
    const facts = factsOf(path, parseFrontMatter(text, undefined, model.hugo.yamlReader), model);
    // A part of a string keeps the whole in memory; these are strings of their own.
    return JSON.parse(JSON.stringify(facts)) as PageFacts;
  };
  const tell = (change: IndexChange): void => {
    for (const listener of listeners) listener(change);
  };

  return {
    open(site) {
      const { root } = site.model;
      const known = courses.get(root);
      if (known?.site.fingerprint === site.fingerprint) {
        known.site = site;
        return;
      }
      courses.set(root, {
        site,
        store: createFactStore(),
        disk: createDiskFacts(),
        open: new Map(),
        pending: new Set(),
        listeners: new Set(),
        loading: undefined,
        readingAgain: undefined,
      });
    },
    of: (root) => courses.get(root)?.store,
    diskFacts: (root) => courses.get(root)?.disk,
    async load(root, progress) {
      const course = courses.get(root);
      if (course === undefined) return;
      if (progress !== undefined && !course.store.isWhole) course.listeners.add(progress);
      course.loading ??= begin(course);
      await course.loading;
      await course.readingAgain;
    },
    update({ path, frontMatter, model }) {
      const course = courses.get(model.root);
      if (course === undefined || !isPagePath(path, model)) return;
      const facts = factsOf(path, frontMatter, course.site.model);
      if (isSame(facts, course.open.get(path) ?? course.disk.at(path))) return;
      course.open.set(path, JSON.parse(JSON.stringify(facts)) as PageFacts);
      const changes: Changes = { changed: new Set(), concerned: new Set(), concernsAll: false };
      enter(course, path, changes);
      if (course.store.isWhole) tell(toChange(course, changes));
    },
    didClose(uri) {
      for (const course of courses.values()) {
        const path = relativePath(course.site.model.root, uri);
        if (path === undefined || !course.open.delete(path)) continue;
        const changes: Changes = { changed: new Set(), concerned: new Set(), concernsAll: false };
        enter(course, path, changes);
        if (course.store.isWhole) tell(toChange(course, changes));
      }
    },
    didChangeFile(uri) {
      for (const course of courses.values()) {
        const { model } = course.site;
        const path = relativePath(model.root, uri);
        if (path === undefined) continue;
        if (isPagePath(path, model)) course.pending.add(path);
        // A folder that went, or came, is told of as one: its files are not.
        else if (!/\.\w+$/.test(path)) for (const known of course.disk.below(path)) course.pending.add(known);
        // While all are read for the first time, these are read with them.
        if (course.pending.size > 0 && course.store.isWhole) course.readingAgain ??= readAgain(course);
      }
    },
    onDidChange: (listener) => void listeners.push(listener),
  };
}

interface IndexingOptions {
  readonly workspace: Workspace;
  readonly log: Log;
  /** The time in milliseconds. */
  now(): number;
}

interface Changes {
  /** Paths of pages. */
  readonly changed: Set<string>;
  readonly concerned: Set<string>;
  concernsAll: boolean;
}

/** Puts what a page says now into the index: an open document counts before its file. */
function enter({ store, disk, open }: Course, path: string, changes: Changes): void {
  const facts = open.get(path) ?? disk.at(path);
  const before = store.at(path);
  if (isSame(facts, before)) return;
  store.set(path, facts);
  changes.changed.add(path);
  // A page that is no article, as that of a section, may be what links of any article lead to.
  if ((facts ?? before)?.article === undefined) changes.concernsAll = true;
  for (const each of [before, facts]) {
    for (const [kind, value] of each === undefined ? [] : keysOf(each)) {
      if (!SHARED.has(kind)) continue;
      const other: "alias" | "permalink" | undefined =
        kind === "alias" ? "permalink" : kind === "permalink" ? "alias" : undefined;
      const sharers = [...store.find(kind, value), ...(other === undefined ? [] : store.find(other, value))];
      for (const sharer of sharers) if (sharer.path !== path) changes.concerned.add(sharer.path);
    }
  }
}

function toChange({ site }: Course, { changed, concerned, concernsAll }: Changes): IndexChange {
  const { root } = site.model;
  const uris = (paths: ReadonlySet<string>) => new Set([...paths].map((path) => uriIn(root, path)));
  return { root, changed: uris(changed), concerned: concernsAll ? "all" : uris(concerned) };
}

function isSame(a: PageFacts | undefined, b: PageFacts | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
