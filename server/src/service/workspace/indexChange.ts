import type { PageFacts } from "../model/facts.ts";
import { type FactKind, type FactStore, keysOf, SHARED } from "../model/siteIndex.ts";
import { uriIn } from "./uri.ts";

/** What happened to an index. */
export interface IndexChange {
  /** The root of the site. */
  readonly root: string;
  /** The URIs of the pages that say something else than before. */
  readonly changed: ReadonlySet<string>;
  /** The URIs of other pages about which something else may have to be said. */
  readonly concerned: ReadonlySet<string> | "all";
}

/** Changes of an index that are told of as one. */
export interface Changes {
  /** Paths of pages. */
  readonly changed: Set<string>;
  /** What changed pages shared with others or share with them now. */
  readonly shared: Map<string, SharedKey>;
  concernsAll: boolean;
}

interface SharedKey {
  readonly kind: FactKind;
  readonly value: string;
  /** The path of the changed page that has it; `undefined` where several do. */
  by: string | undefined;
}

export function noChanges(): Changes {
  return { changed: new Set(), shared: new Map(), concernsAll: false };
}

/** Puts what a page says now into an index. */
export function enter(
  store: FactStore,
  { path, facts }: { readonly path: string; readonly facts: PageFacts | undefined },
  changes: Changes,
): void {
  const before = store.at(path);
  if (isSame(facts, before)) return;
  store.set(path, facts);
  changes.changed.add(path);
  // A page that is no article, as that of a section, may be what links of any article lead to.
  if ((facts ?? before)?.article === undefined) changes.concernsAll = true;
  for (const each of [before, facts]) {
    for (const [kind, value] of each === undefined ? [] : keysOf(each)) {
      if (!SHARED.has(kind)) continue;
      const key = `${kind} ${value}`;
      const known = changes.shared.get(key);
      if (known === undefined) changes.shared.set(key, { kind, value, by: path });
      else if (known.by !== path) known.by = undefined;
    }
  }
}

/** Looks for those who are concerned only at the end: thousands of changed pages may share the same with thousands. */
export function toChange(root: string, store: FactStore, { changed, shared, concernsAll }: Changes): IndexChange {
  const uris = (paths: ReadonlySet<string>) => new Set([...paths].map((path) => uriIn(root, path)));
  if (concernsAll) return { root, changed: uris(changed), concerned: "all" };
  const concerned = new Set<string>();
  for (const { kind, value, by } of shared.values()) {
    const other = kind === "alias" ? "permalink" : kind === "permalink" ? "alias" : undefined;
    const sharers = [...store.find(kind, value), ...(other === undefined ? [] : store.find(other, value))];
    for (const { path } of sharers) if (path !== by) concerned.add(path);
  }
  return { root, changed: uris(changed), concerned: uris(concerned) };
}

export function isSame(a: PageFacts | undefined, b: PageFacts | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
