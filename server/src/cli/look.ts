import type { CheckCache } from "./cache/checkCache.ts";
import type { CheckedFile } from "./checkedFile.ts";
import { type Checking, checkAgain, type Surveyed } from "./checkFiles.ts";
import type { Complaints } from "./complaints.ts";
import { type Checker, createChecker, createWork, endWork, type Portion } from "./portions.ts";
import { createResults } from "./results.ts";
import type { SitesOptions } from "./sites.ts";
import { workInThreads } from "./threads.ts";

export interface LookOptions extends SitesOptions {
  readonly cache?: CheckCache | undefined;
  /** Is told of the first look at each of the files, in their order. */
  readonly pass?: ((file: CheckedFile) => void) | undefined;
  /** Is told how many of how many files were looked at. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** Whether anybody still wants to know what comes out. */
  readonly isWanted?: (() => boolean) | undefined;
}

/** What is wrong with files, before others are known. */
export interface FirstLook {
  /** Sorted by path. */
  readonly files: readonly CheckedFile[];
  readonly surveyed: readonly Surveyed[];
  /** Whether all own files of the sites could be read: without one a site looks like another. */
  readonly isReadable: boolean;
  readonly checker: Checker;
  /** Keeps in the cache, where there is one, what was found. Throws where the system does. */
  keep(): Promise<void>;
}

/** What is wrong with files. */
export interface Look {
  /** Sorted by path. */
  readonly files: readonly CheckedFile[];
  /** What came out of the first look at each of the files that were asked for. */
  readonly first: readonly CheckedFile[];
  /** Those that were looked at once more. */
  readonly again: readonly string[];
  /** How they were checked: here the index of their sites is known. */
  readonly checking: Checking;
  /** As in the first look, and afterwards. */
  readonly isReadable: boolean;
  /** Complains of what there was to complain of since. */
  complain(): void;
  /** Keeps in the cache, where there is one, what was found. Throws where the system does. */
  keep(): Promise<void>;
}

/**
 * Checks files in several threads, what their pages share too.
 *
 * @param files absolute, sorted
 */
export async function lookAt(files: readonly string[], options: LookOptions, complaints: Complaints): Promise<Look> {
  const first = await lookFirst(files, { ...options, isKept: options.cache !== undefined }, complaints);
  const isWanted = options.isWanted?.() !== false;
  return { ...(await settle(isWanted ? first : { ...first, surveyed: [] }, complaints)), keep: first.keep };
}

/** Checks files in several threads, each by itself. */
export async function lookFirst(
  files: readonly string[],
  options: LookOptions & Pick<Checking, "isKept">,
  complaints: Complaints,
): Promise<FirstLook> {
  const { cwd, config, rules, patches, cache, pass = () => undefined, onProgress, isWanted, trace, isKept } = options;
  const results = createResults(files, { complain: complaints.add, pass });
  const work = createWork({ paths: files, isKept, cwd, config, rules, patches });
  const checker = createChecker(work, trace);
  const recalled = await cache?.recall(files, checker.checking);
  if (recalled !== undefined) results.addKnown(recalled.known);
  const paths = recalled?.unknown ?? files;
  let done = files.length - paths.length;
  const add = (portion: Portion): void => {
    results.add(portion);
    done += portion.size;
    onProgress?.(done, files.length);
    if (isWanted?.() === false) endWork(work);
  };
  await workInThreads({ ...work, paths }, checker, { pass: add, trace });
  results.end();
  const [found, surveyed] = [results.files(), results.surveyed()];
  return {
    files: found,
    surveyed,
    isReadable: results.isReadable(),
    checker,
    keep: async () => cache?.keep(found, surveyed, checker.checking.sites),
  };
}

/** Checks those files again about which there is something else to say once all of them are known. */
export async function settle(
  { files, surveyed, isReadable, checker }: Omit<FirstLook, "keep">,
  complaints: Complaints,
): Promise<Omit<Look, "keep">> {
  const { checking } = checker;
  const complain = (): void => {
    for (const line of checker.complaints()) complaints.add(line);
  };
  const changed = await checkAgain(surveyed, checking);
  const news = new Map(changed.map((file) => [file.path, file]));
  complain();
  return {
    files: files.map((file) => news.get(file.path) ?? file),
    first: files.filter(({ path }) => checking.isListed(path)),
    again: changed.map(({ path }) => path),
    checking,
    isReadable: isReadable && checking.sites.isReadable(),
    complain,
  };
}
