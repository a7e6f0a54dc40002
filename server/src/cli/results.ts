import type { CheckedFile } from "./checkedFile.ts";
import type { Findings, Surveyed } from "./checkFiles.ts";
import type { Complaints } from "./complaints.ts";
import type { Portion } from "./portions.ts";

/** What comes out of portions, as if they had been checked one after another. */
export interface Results {
  /** Takes a portion, in whatever order they are done. */
  add(portion: Portion): void;
  /** Takes what is known of files without a look. */
  addKnown(known: Findings): void;
  /** Puts what came out of a second look at files in the place of what had come out. */
  replace(files: readonly CheckedFile[]): void;
  surveyed(): readonly Surveyed[];
  /** Sorted by path. */
  files(): readonly CheckedFile[];
}

export function createResults(complaints: Complaints): Results {
  const waiting = new Map<number, Portion>();
  const found = new Map<string, CheckedFile>();
  const surveyed: Surveyed[] = [];
  let next = 0;
  let isReadable = true;

  const take = (portion: Portion): void => {
    for (const line of portion.complaints) complaints.add(line);
    if (isReadable) {
      for (const file of portion.files) if (!found.has(file.path)) found.set(file.path, file);
      for (const file of portion.surveyed) surveyed.push(file);
    }
    // Once a file of a site cannot be read, nothing is said of the articles that follow.
    isReadable &&= portion.isReadable;
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
    replace(files) {
      for (const file of files) found.set(file.path, file);
    },
    surveyed: () => (isReadable ? surveyed : []),
    files: () => [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
