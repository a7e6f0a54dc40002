import type { CheckCache } from "./cache/checkCache.ts";
import type { CheckedFile } from "./checkedFile.ts";
import { type Checking, checkAgain } from "./checkFiles.ts";
import type { Complaints } from "./complaints.ts";
import { createChecker, createWork } from "./portions.ts";
import { createResults } from "./results.ts";
import type { SitesOptions } from "./sites.ts";
import { workInThreads } from "./threads.ts";

export interface LookOptions extends SitesOptions {
  readonly cache?: CheckCache | undefined;
  /** Is told of the first look at each of the files, in their order. */
  readonly pass?: ((file: CheckedFile) => void) | undefined;
}

/** What is wrong with files. */
export interface Look {
  /** Sorted by path. */
  readonly files: readonly CheckedFile[];
  /** What came out of the first look at each of the files that were asked for, before others were known. */
  readonly first: readonly CheckedFile[];
  /** How they were checked: here the index of their sites is known. */
  readonly checking: Checking;
  /** Whether all own files of the sites could be read: without one a site looks like another. */
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
  const { cwd, config, patches, cache, pass = () => undefined, trace } = options;
  const results = createResults(files, { complain: complaints.add, pass });
  const work = createWork({ paths: files, isKept: cache !== undefined, cwd, config, patches });
  const checker = createChecker(work, trace);
  const { checking } = checker;
  const recalled = await cache?.recall(files, checking);
  if (recalled !== undefined) results.addKnown(recalled.known);
  await workInThreads({ ...work, paths: recalled?.unknown ?? files }, checker, { pass: results.add, trace });
  results.end();
  const complain = (): void => {
    for (const line of checker.complaints()) complaints.add(line);
  };
  const surveyed = results.surveyed();
  const first = results.files();
  results.replace(await checkAgain(surveyed, checking));
  complain();
  return {
    files: results.files(),
    first: first.filter(({ path }) => checking.isListed(path)),
    checking,
    isReadable: results.isReadable() && checking.sites.isReadable(),
    complain,
    keep: async () => cache?.keep(first, surveyed, checking.sites),
  };
}
