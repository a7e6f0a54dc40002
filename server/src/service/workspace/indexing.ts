import { isEqual } from "../document/jsonValue.ts";
import type { Article } from "../model/article.ts";
import type { PageFacts } from "../model/facts.ts";
import { ownFacts } from "../model/ownFacts.ts";
import type { SiteIndex } from "../model/siteIndex.ts";
import { mayBeFolder } from "./changedFolders.ts";
import { type Course, createCourse, type IndexProgress, isStopped, put, putRead } from "./course.ts";
import type { DiskFacts } from "./diskFacts.ts";
import type { FactCache } from "./factCache.ts";
import { type IndexChange, noChanges, toChange } from "./indexChange.ts";
import { keepPages, recallPages } from "./keptPages.ts";
import { isPagePath, mayHoldPages, pagePaths } from "./pagePaths.ts";
import { type PageReader, type ReadPage, readPage } from "./pageReader.ts";
import { readElsewhere } from "./readingElsewhere.ts";
import type { Signal } from "./signal.ts";
import type { Site } from "./site.ts";
import { relativePath } from "./siteRoot.ts";
import type { Log, Workspace } from "./workspace.ts";

/** The indexes of all sites: read in the background, kept true while files and open documents change. */
export interface Indexing {
  /** Takes a site that was just read for the one at its root. What was indexed is kept where it would be indexed alike. */
  open(site: Site): void;
  /** The index of the site at a root, as far as it is read. */
  of(root: string): SiteIndex | undefined;
  /** What its files say, without open documents. */
  diskFacts(root: string): DiskFacts | undefined;
  /** Takes what files say, before they are read: they are not read again. */
  fill(root: string, pages: Iterable<PageFacts>): void;
  /** Starts to read the pages of the site at a root, once; not again where somebody stopped it. */
  start(root: string): void;
  /**
   * Reads the pages of the site at a root, once, and goes on where somebody stopped it.
   *
   * @returns whether it was done, not stopped
   */
  load(root: string, progress?: IndexProgress, signal?: Signal): Promise<boolean>;
  stateOf(root: string): IndexState;
  /** Says what an open document says now, saved or not. */
  update(article: Article): void;
  /** Says that a document is open no more: its file counts again. */
  didClose(uri: string): void;
  /** Has pages, or all pages of a folder that came or went, read again in their own time. */
  didChangeFiles(uris: readonly string[]): void;
  onDidChange(listener: (change: IndexChange) => void): void;
  onDidStart(listener: (reading: IndexReading) => void): void;
}

/** Whether the pages of a site are being read for the first time, have been, or are left for later. */
export type IndexState = "reading" | "read" | "stopped";

/** The first reading of all pages of a site, under way. */
export interface IndexReading {
  /** The root of the site. */
  readonly root: string;
  follow(progress: IndexProgress): void;
  /** Leaves it for later: the index is not whole until somebody asks for it. */
  stop(): void;
  /** Resolves when all is read, or somebody stopped it. */
  readonly ended: Promise<void>;
}

/** So many are read at a time: what an author waits for comes in between. */
const AT_ONCE = 4;

/** So many files that cannot be read are named in the log. */
const MOST_NAMED = 5;

export function createIndexing({ workspace, log, now, factCache, pageReader }: IndexingOptions): Indexing {
  const courses = new Map<string, Course>();
  const listeners: ((change: IndexChange) => void)[] = [];
  const startListeners: ((reading: IndexReading) => void)[] = [];

  const stateOf = (root: string): IndexState => {
    const course = courses.get(root);
    if (course === undefined || course.isReading) return "reading";
    return course.isStopped && !course.store.isWhole ? "stopped" : "read";
  };
  const isCurrent = (course: Course) => courses.get(course.site.model.root) === course;

  const begin = (course: Course): void => {
    course.isStopped = false;
    course.isReading = true;
    const ended = readAll(course).finally(() => {
      course.isReading = false;
    });
    course.loading = ended;
    const { root } = course.site.model;
    const follow = (progress: IndexProgress) => void course.listeners.add(progress);
    const stop = () => {
      course.isStopped = true;
    };
    for (const listener of startListeners) listener({ root, follow, stop, ended });
  };
  const readAll = async (course: Course): Promise<void> => {
    const started = now();
    const { root } = course.site.model;
    const { paths, isWhole } = await pagePaths(workspace, course.site.model);
    // What was read before somebody stopped need not be read again.
    const known = factCache === undefined ? 0 : await recallPages(course, paths, factCache);
    for (const path of paths) if (course.disk.at(path) === undefined) course.pending.add(path);
    if (pageReader !== undefined) await readElsewhere(course, pageReader, isCurrent);
    await read(course);
    if (!isCurrent(course)) return;
    const isLeft = isStopped(course);
    course.listeners.clear();
    course.signals.clear();
    if (isLeft) {
      log.info(`Site ${root}: stopped after ${course.disk.size} of ${paths.length} pages.`);
      course.loading = undefined;
      course.isStopped = true;
      return;
    }
    tellUnread(course, paths);
    const told = known === 0 ? "" : ` (${known} were known)`;
    log.info(`Site ${root}: indexed ${course.disk.size} pages${told} in ${Math.round(now() - started)} ms.`);
    if (factCache !== undefined) keepPages(course, known, factCache);
    if (!isWhole) {
      log.warn(`Site ${root}: some of its folders cannot be listed, so that nothing is said of what pages share.`);
      return;
    }
    course.store.isWhole = true;
    course.disk.isWhole = true;
    tell({ root, changed: new Set(), concerned: "all", topics: "others" });
    readAgainIfDue(course);
  };
  /** What was listed and cannot be read, as a link that leads nowhere: the author may wonder why it is missing. */
  const tellUnread = ({ site, disk }: Course, paths: readonly string[]): void => {
    const unread = paths.filter((path) => disk.at(path) === undefined);
    if (unread.length === 0) return;
    const named = unread.slice(0, MOST_NAMED).join(", ");
    const others = unread.length > MOST_NAMED ? ` and ${unread.length - MOST_NAMED} more` : "";
    log.warn(`Site ${site.model.root}: cannot read ${named}${others}.`);
  };
  /** What changes while pages are read for the first time, or again, waits until they are. */
  const readAgainIfDue = (course: Course): void => {
    const isDue = course.pending.size > 0 || course.folders.size > 0;
    if (isDue && course.store.isWhole && isCurrent(course)) course.readingAgain ??= readAgain(course);
  };
  const readAgain = async (course: Course): Promise<void> => {
    const { lesson } = course.disk;
    const folders = [...course.folders];
    // What comes while these are looked into stays due.
    course.folders.clear();
    const { paths } = await pagePaths(workspace, course.site.model, folders);
    // A folder that went, or came, may be told of as one: its files are not. One may have been read meanwhile that is gone.
    const known = folders.length > 0 ? course.disk.below(new Set(folders)) : [];
    for (const path of [...known, ...paths]) course.pending.add(path);
    const change = await read(course);
    course.readingAgain = undefined;
    readAgainIfDue(course);
    if (!isCurrent(course) || change.changed.size === 0) return;
    // What is learned from articles counts for all of them.
    const isTaught = course.site.unlisted.size > 0 && course.disk.lesson !== lesson;
    tell(isTaught ? { ...change, concerned: "all" } : change);
  };
  const read = async (course: Course): Promise<IndexChange> => {
    const changes = noChanges();
    const total = course.pending.size;
    const begun = new Map<string, number>();
    let done = 0;
    const readPending = async (): Promise<void> => {
      for (const path of course.pending) {
        if (isStopped(course)) return;
        course.pending.delete(path);
        const turn = (begun.get(path) ?? 0) + 1;
        begun.set(path, turn);
        const page = await readPage(path, course.site.model, workspace);
        // It changed while it was read, and is read again.
        if (begun.get(path) !== turn || course.pending.has(path)) continue;
        // The site is another now, and is read anew.
        if (!isCurrent(course)) course.pending.clear();
        // A part of a string keeps the whole in memory; these are strings of their own.
        putRead(course, JSON.parse(JSON.stringify(page)) as ReadPage, changes);
        done++;
        if (done % 64 === 0) for (const listener of course.listeners) listener(done, Math.max(done, total));
      }
    };
    while (course.pending.size > 0 && !isStopped(course))
      await Promise.all(Array.from({ length: AT_ONCE }, readPending));
    return toChange(course.site.model.root, course.store, changes);
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
      courses.set(root, createCourse(site));
    },
    of: (root) => courses.get(root)?.store,
    diskFacts: (root) => courses.get(root)?.disk,
    fill(root, pages) {
      const course = courses.get(root);
      if (course === undefined) return;
      for (const facts of pages) {
        course.disk.set(facts.path, facts);
        put(course, facts.path, noChanges());
      }
    },
    start(root) {
      const course = courses.get(root);
      if (course !== undefined && course.loading === undefined && !course.isStopped) begin(course);
    },
    async load(root, progress, signal) {
      const course = courses.get(root);
      if (course === undefined) return false;
      if (course.loading === undefined) begin(course);
      if (progress !== undefined && !course.store.isWhole) course.listeners.add(progress);
      if (signal !== undefined && !course.store.isWhole) course.signals.add(signal);
      await course.loading;
      while (course.readingAgain !== undefined) await course.readingAgain;
      return stateOf(root) === "read";
    },
    stateOf,
    update(article) {
      const { path, model } = article;
      const course = courses.get(model.root);
      if (course === undefined || !isPagePath(path, model)) return;
      const facts = ownFacts(article);
      if (isEqual(facts, course.open.get(path) ?? course.disk.at(path))) return;
      course.open.set(path, JSON.parse(JSON.stringify(facts)) as PageFacts);
      const changes = noChanges();
      put(course, path, changes);
      if (course.store.isWhole) tell(toChange(course.site.model.root, course.store, changes));
    },
    didClose(uri) {
      for (const course of courses.values()) {
        const path = relativePath(course.site.model.root, uri);
        if (path === undefined || !course.open.delete(path)) continue;
        const changes = noChanges();
        put(course, path, changes);
        if (course.store.isWhole) tell(toChange(course.site.model.root, course.store, changes));
        // An editor closes a document whose file is gone, and nobody may tell of that: a watcher drops what comes and goes at once.
        course.pending.add(path);
        readAgainIfDue(course);
      }
    },
    didChangeFiles(uris) {
      for (const course of courses.values()) {
        const { model } = course.site;
        const folders = new Set<string>();
        for (const uri of uris) {
          const path = relativePath(model.root, uri);
          if (path === undefined) continue;
          if (isPagePath(path, model)) course.pending.add(path);
          else if (mayBeFolder(path) && mayHoldPages(path, model)) folders.add(path);
        }
        for (const folder of folders) course.folders.add(folder);
        readAgainIfDue(course);
      }
    },
    onDidChange: (listener) => void listeners.push(listener),
    onDidStart: (listener) => void startListeners.push(listener),
  };
}

interface IndexingOptions {
  readonly workspace: Workspace;
  readonly log: Log;
  /** Where the host can keep something. */
  readonly factCache?: FactCache | undefined;
  /** Where the host has other threads. */
  readonly pageReader?: PageReader | undefined;
  /** The time in milliseconds. */
  now(): number;
}
