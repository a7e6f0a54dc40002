import { isEqual } from "../document/jsonValue.ts";
import type { PageFacts } from "../model/facts.ts";
import { type FactKind, type FactStore, keysOf } from "../model/siteIndex.ts";
import { uriIn } from "./uri.ts";

/** What happened to an index. */
export interface IndexChange {
  /** The root of the site. */
  readonly root: string;
  /** The URIs of the pages that say something else than before. */
  readonly changed: ReadonlySet<string>;
  /** The URIs of other pages about which something else may have to be said. */
  readonly concerned: ReadonlySet<string> | "all";
  readonly topics: TopicsChange;
}

/** Whether topics are used more or less often than before, and whether one is used for the first time or no longer. */
export type TopicsChange = "same" | "recounted" | "others";

/** Changes of an index that are told of as one. */
export interface Changes {
  /** Paths of pages. */
  readonly changed: Set<string>;
  /** What changed pages shared with others or share with them now. */
  readonly shared: Map<string, SharedKey>;
  concernsAll: boolean;
  topics: TopicsChange;
}

interface SharedKey {
  readonly kind: FactKind;
  readonly value: string;
  /** The path of the changed page that has it; `undefined` where several do. */
  by: string | undefined;
}

export function noChanges(): Changes {
  return { changed: new Set(), shared: new Map(), concernsAll: false, topics: "same" };
}

/** Puts what a page says now into an index. */
export function enter(
  store: FactStore,
  { path, facts }: { readonly path: string; readonly facts: PageFacts | undefined },
  changes: Changes,
): void {
  const before = store.at(path);
  if (isEqual(facts, before)) return;
  store.set(path, facts);
  changes.changed.add(path);
  const topics = topicsChange(store, before?.article?.topics ?? [], facts?.article?.topics ?? []);
  if (changes.topics !== "others" && topics !== "same") changes.topics = topics;
  // When all are read for the first time, all are concerned.
  if (!store.isWhole || changes.concernsAll) return;
  if (concernsAll(path, before, facts)) changes.concernsAll = true;
  for (const [kind, value] of changedKeys(before, facts)) {
    if (CONCERNED[kind] === undefined) continue;
    const key = `${kind} ${value}`;
    const known = changes.shared.get(key);
    if (known === undefined) changes.shared.set(key, { kind, value, by: path });
    else if (known.by !== path) known.by = undefined;
  }
}

/** What a page that says something else changes in the use of topics, once the index knows of it. */
function topicsChange(store: FactStore, before: readonly string[], now: readonly string[]): TopicsChange {
  const gone = before.filter((topic) => !now.includes(topic));
  const come = now.filter((topic) => !before.includes(topic));
  if (gone.length + come.length === 0) return "same";
  const isFirst = come.some((topic) => store.find("topic", topic).length === 1);
  const isLast = gone.some((topic) => store.find("topic", topic).length === 0);
  return isFirst || isLast ? "others" : "recounted";
}

/** Looks for those who are concerned only at the end: thousands of changed pages may share the same with thousands. */
export function toChange(
  root: string,
  store: FactStore,
  { changed, shared, concernsAll, topics }: Changes,
): IndexChange {
  const uris = (paths: ReadonlySet<string>) => new Set([...paths].map((path) => uriIn(root, path)));
  const concerned = new Set<string>();
  for (const { kind, value, by } of concernsAll ? [] : shared.values()) {
    const sharers = (CONCERNED[kind] ?? []).flatMap((other) => store.find(other, value));
    // So many are as good as all, and need not be told apart.
    if (sharers.length > MOST_CONCERNED) return { root, changed: uris(changed), concerned: "all", topics };
    for (const { path } of sharers) if (path !== by) concerned.add(path);
  }
  return { root, changed: uris(changed), concerned: concernsAll ? "all" : uris(concerned), topics };
}

/** More pages share nothing that an author puts right page by page. */
const MOST_CONCERNED = 1000;

/** Whose pages are concerned when a page says another value of a kind: those that must not share it, or that it leads to. */
const CONCERNED: { readonly [Kind in FactKind]?: readonly FactKind[] } = {
  alias: ["alias", "breadcrumb", "permalink"],
  id: ["id"],
  permalink: ["alias", "breadcrumb", "permalink"],
  source: ["source"],
};

/** A page that is no article, as that of a section, may be what any article leads to; an `index.md` has the files beside it. */
function concernsAll(path: string, before: PageFacts | undefined, facts: PageFacts | undefined): boolean {
  if ((before ?? facts)?.article === undefined || (facts ?? before)?.article === undefined) return true;
  return path.endsWith("/index.md") && (before === undefined || facts === undefined);
}

/** The places in the index where a page was or is and not both; all, where it is another page for who shares them. */
function changedKeys(before: PageFacts | undefined, facts: PageFacts | undefined): Keys {
  const [old, now] = [keysIn(before), keysIn(facts)];
  const isOther =
    before?.mayBeAbsent !== facts?.mayBeAbsent || before?.article?.community !== facts?.article?.community;
  if (isOther) return [...old, ...now];
  const nameOf = ([kind, value]: Keys[number]) => `${kind} ${value}`;
  const [was, is] = [new Set(old.map(nameOf)), new Set(now.map(nameOf))];
  return [...old.filter((key) => !is.has(nameOf(key))), ...now.filter((key) => !was.has(nameOf(key)))];
}

type Keys = ReturnType<typeof keysOf>;

function keysIn(facts: PageFacts | undefined): Keys {
  return facts === undefined ? [] : keysOf(facts);
}
