import { isEqual } from "../document/jsonValue.ts";
import type { ArticleFacts, PageFacts } from "../model/facts.ts";
import { isBelow } from "./changedFolders.ts";

/** What the files of a site say, as they were read last. */
export interface DiskFacts {
  /** Whether all were read. */
  isWhole: boolean;
  /** Another number whenever a file says something else of topics or communities than before. */
  readonly lesson: number;
  readonly size: number;
  at(path: string): PageFacts | undefined;
  all(): Iterable<PageFacts>;
  /** The paths of the files below some folders. */
  below(folders: ReadonlySet<string>): readonly string[];
  set(path: string, facts: PageFacts | undefined): void;
}

export function createDiskFacts(): DiskFacts {
  const pages = new Map<string, PageFacts>();
  let lesson = 0;
  return {
    isWhole: false,
    get lesson() {
      return lesson;
    },
    get size() {
      return pages.size;
    },
    at: (path) => pages.get(path),
    all: () => pages.values(),
    below: (folders) => [...pages.keys()].filter((path) => isBelow(path, folders)),
    set(path, facts) {
      if (!teachSame(facts?.article, pages.get(path)?.article)) lesson++;
      if (facts === undefined) pages.delete(path);
      else pages.set(path, facts);
    },
  };
}

function teachSame(a: ArticleFacts | undefined, b: ArticleFacts | undefined): boolean {
  return isEqual(a?.topics, b?.topics) && a?.communityName === b?.communityName;
}
