import type { PageFacts } from "../model/facts.ts";
import { createFactStore, type FactStore } from "../model/siteIndex.ts";
import { createDiskFacts, type DiskFacts } from "./diskFacts.ts";
import { type Changes, enter } from "./indexChange.ts";
import type { ReadPage } from "./pageReader.ts";
import type { Signal } from "./signal.ts";
import type { Site } from "./site.ts";

/** Is told how many of all pages are read. */
export type IndexProgress = (done: number, total: number) => void;

/** The index of one site. */
export interface Course {
  site: Site;
  readonly store: FactStore;
  readonly disk: DiskFacts;
  /** What the files of pages looked like before they were read, where that is known. */
  readonly stamps: Map<string, string>;
  /** What open documents say, where it differs from their files. */
  readonly open: Map<string, PageFacts>;
  /** The paths of pages whose files were there and are not any more: an editor may hold their documents for a while. */
  readonly gone: Set<string>;
  /** The paths of the pages that are still to be read. */
  readonly pending: Set<string>;
  /** The folders that are still to be looked into, because they may be new. */
  readonly folders: Set<string>;
  readonly listeners: Set<IndexProgress>;
  /** Who may stop the first reading of all pages. */
  readonly signals: Set<Signal>;
  isStopped: boolean;
  isReading: boolean;
  /** The first reading of all pages. */
  loading: Promise<void> | undefined;
  /** The reading of pages that have changed since. */
  readingAgain: Promise<void> | undefined;
}

export function createCourse(site: Site): Course {
  return {
    site,
    store: createFactStore(),
    disk: createDiskFacts(),
    stamps: new Map(),
    open: new Map(),
    gone: new Set(),
    pending: new Set(),
    folders: new Set(),
    listeners: new Set(),
    signals: new Set(),
    isStopped: false,
    isReading: false,
    loading: undefined,
    readingAgain: undefined,
  };
}

/** Puts what a page says now into the index: an open document counts before its file, until that goes. */
export function put({ store, disk, open, gone }: Course, path: string, changes: Changes): void {
  enter(store, { path, facts: gone.has(path) ? undefined : (open.get(path) ?? disk.at(path)) }, changes);
}

/** The same for what its file says now. */
export function putRead(course: Course, { path, facts, stamp }: ReadPage, changes: Changes): void {
  if (facts !== undefined) course.gone.delete(path);
  else if (course.disk.at(path) !== undefined) course.gone.add(path);
  course.disk.set(path, facts);
  if (stamp === undefined) course.stamps.delete(path);
  else course.stamps.set(path, stamp);
  put(course, path, changes);
}

/** Whether somebody wants the first reading of all pages to stop. */
export function isStopped({ isStopped, signals, store }: Course): boolean {
  return !store.isWhole && (isStopped || [...signals].some(({ aborted }) => aborted));
}
