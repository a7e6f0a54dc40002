import type { CheckedFile } from "./checkedFile.ts";
import type { Findings, Surveyed } from "./checkFiles.ts";
import type { Portion } from "./portions.ts";

/** What comes out of portions, as if they had been checked one after another. */
export interface Results {
  /** Takes a portion, in whatever order they are done. */
  add(portion: Portion): void;
  /** Takes what is known of files without a look. */
  addKnown(known: Findings): void;
  /** Says that each file was looked at once. */
  end(): void;
  surveyed(): readonly Surveyed[];
  /** Whether all own files of the sites could be read. */
  isReadable(): boolean;
  /** Sorted by path. */
  files(): readonly CheckedFile[];
}

/** Is told of what comes out. */
export interface ResultsListener {
  complain(line: string): void;
  /** The first look at a file. The files that were asked for come in their order, others do not come. */
  pass(file: CheckedFile): void;
}

/** @param paths the files that were asked for, sorted */
export function createResults(paths: readonly string[], { complain, pass }: ResultsListener): Results {
  const waiting = new Map<number, Portion>();
  const found = new Map<string, CheckedFile>();
  const surveyed: Surveyed[] = [];
  let next = 0;
  let passed = 0;
  let isReadable = true;

  const take = (portion: Portion): void => {
    for (const line of portion.complaints) complain(line);
    if (isReadable) {
      for (const file of portion.files) if (!found.has(file.path)) found.set(file.path, file);
      for (const file of portion.surveyed) surveyed.push(file);
    }
    // Once a file of a site cannot be read, nothing is said of the articles that follow.
    isReadable &&= portion.isReadable;
    passUpTo(portion.last);
  };
  /** What is known of files without a look waits until those before them were looked at. */
  const passUpTo = (last: string | undefined): void => {
    for (let path = paths[passed]; path !== undefined; path = paths[++passed]) {
      if (last !== undefined && path > last) return;
      const file = found.get(path);
      if (file !== undefined) pass(file);
    }
  };
  return {
    add(portion) {
      waiting.set(portion.index, portion);
      for (let first = waiting.get(next); first !== undefined; first = waiting.get(++next)) {
        waiting.delete(next);
        take(first);
      }
    },
    addKnown(known) {
      for (const file of known.files) found.set(file.path, file);
      for (const file of known.surveyed) surveyed.push(file);
    },
    end: () => passUpTo(undefined),
    surveyed: () => (isReadable ? surveyed : []),
    isReadable: () => isReadable,
    files: () => [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
