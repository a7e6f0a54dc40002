import type { PageFacts } from "./facts.ts";
import { sourceKey } from "./text/sourceKey.ts";

/** By what pages are found. */
export type FactKind =
  | "alias"
  | "author"
  | "breadcrumb"
  | "community"
  | "id"
  | "image"
  | "permalink"
  | "section"
  | "source"
  | "tag"
  | "topic";

/** The pages of a site, as rules and features see them: facts, no files. */
export interface SiteIndex {
  /** Whether every page was read. Until then nobody can say that there is no such page. */
  readonly isWhole: boolean;
  readonly size: number;
  /** Another number whenever a page says something else. */
  readonly revision: number;
  /** The facts of the page whose file is at a path below the root. */
  at(path: string): PageFacts | undefined;
  all(): Iterable<PageFacts>;
  /**
   * The pages with a fact, in no certain order.
   *
   * @param value of an id `key:value`; of a source any form of its address; of a section the address that it is
   *   directly in, or its level
   */
  find(kind: FactKind, value: string): readonly PageFacts[];
  /** What is said of a kind anywhere: each value, and the pages that say it. */
  values(kind: FactKind): Iterable<readonly [value: string, pages: readonly PageFacts[]]>;
}

/** A site's index that can be changed. */
export interface FactStore extends SiteIndex {
  isWhole: boolean;
  /**
   * Puts the facts of a page in the place of those that were known of it.
   *
   * @param facts `undefined` where there is no such page any more
   * @returns what the page said before
   */
  set(path: string, facts: PageFacts | undefined): PageFacts | undefined;
}

export function createFactStore(): FactStore {
  const pages = new Map<string, PageFacts>();
  let revision = 0;
  const byKind = new Map<FactKind, Map<string, PageFacts[]>>();
  const valuesOf = (kind: FactKind): Map<string, PageFacts[]> => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const values = new Map<string, PageFacts[]>();
    byKind.set(kind, values);
    return values;
  };
  const enter = (facts: PageFacts): void => {
    for (const [kind, value] of keysOf(facts)) {
      const values = valuesOf(kind);
      const found = values.get(value);
      if (found === undefined) values.set(value, [facts]);
      else found.push(facts);
    }
  };
  const remove = (facts: PageFacts): void => {
    for (const [kind, value] of keysOf(facts)) {
      const found = valuesOf(kind).get(value) ?? [];
      const index = found.indexOf(facts);
      const last = found.pop();
      // The order means nothing, and a topic may have thousands of pages.
      if (last !== undefined && last !== facts && index !== -1) found[index] = last;
      if (found.length === 0) valuesOf(kind).delete(value);
    }
  };
  return {
    isWhole: false,
    get size() {
      return pages.size;
    },
    get revision() {
      return revision;
    },
    at: (path) => pages.get(path),
    all: () => pages.values(),
    find: (kind, value) => byKind.get(kind)?.get(kind === "source" ? sourceKey(value) : value) ?? [],
    values: (kind) => byKind.get(kind) ?? [],
    set(path, facts) {
      const before = pages.get(path);
      revision++;
      if (before !== undefined) remove(before);
      if (facts === undefined) pages.delete(path);
      else {
        pages.set(path, facts);
        enter(facts);
      }
      return before;
    },
  };
}

/** Where a page is found in the index; each place once. */
export function keysOf(page: PageFacts): readonly (readonly [FactKind, string])[] {
  const keys: (readonly [FactKind, string])[] = [];
  for (const kind of KINDS) {
    const values = foundBy(kind, page);
    for (const value of values.length > 1 ? new Set(values) : values) keys.push([kind, value]);
  }
  return keys;
}

const KINDS: readonly FactKind[] = [
  ...(["alias", "permalink", "section", "author", "breadcrumb", "image", "tag", "topic"] as const),
  ...(["community", "source", "id"] as const),
];

/** What a page is found by, of one kind; perhaps several times. */
export function foundBy(kind: FactKind, { aliases, article, path, permalink }: PageFacts): readonly string[] {
  switch (kind) {
    case "alias":
      return aliases;
    case "author":
      return article?.authors ?? [];
    case "breadcrumb":
      return article?.breadcrumbs ?? [];
    case "community":
      return listOf(article?.community);
    case "id":
      return Object.entries(article?.ids ?? {}).map(([key, id]) => `${key}:${id}`);
    case "image":
      return article?.images ?? [];
    case "permalink":
      return listOf(permalink);
    case "section":
      return permalink !== undefined && isSection(path) ? sectionsOf(permalink) : [];
    case "source":
      return article?.source === undefined ? [] : [sourceKey(article.source)];
    case "tag":
      return article?.tags ?? [];
    case "topic":
      return article?.topics ?? [];
  }
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** Whether a file is the page of the folder that it is in, and of the pages in it. */
function isSection(path: string): boolean {
  return /(?:^|\/)_index\.[^/]*$/.test(path);
}

/** Where a section is found: by what it is directly in, and by its level. One that is directly in the site is in nothing. */
function sectionsOf(address: string): readonly string[] {
  const above = address.replace(/[^/]+\/?$/, "");
  return above === "/" || address === "/" ? [] : [above, levelOf(address)];
}

/** The level of an address, which all have that are as deep in the same part of the site: each step but the first a star. */
export function levelOf(address: string): string {
  return address.replace(/(?<=\/[^/]+\/)[^/]+/g, "*");
}
