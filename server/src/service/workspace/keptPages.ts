import { type Course, putRead } from "./course.ts";
import type { FactCache, KeptPage } from "./factCache.ts";
import { noChanges } from "./indexChange.ts";
import { keyOf } from "./site.ts";

/** A smaller site is read before anybody could have looked up what is known of it. */
const FEWEST_KEPT = 500;

/**
 * Takes what is known of pages from a session before.
 *
 * @param paths of the pages that are there
 * @returns how many of them need not be read
 */
export async function recallPages(course: Course, paths: readonly string[], cache: FactCache): Promise<number> {
  const pages = await cache.recall(keyOf(course.site));
  const wanted = new Set(pages.length > 0 ? paths : []);
  let known = 0;
  for (const { facts, stamp } of pages) {
    // It may be gone, or have been read since.
    if (!wanted.has(facts.path) || course.disk.at(facts.path) !== undefined) continue;
    putRead(course, { path: facts.path, facts, stamp }, noChanges());
    known++;
  }
  return known;
}

/** Keeps what pages say for the next session, where more is known now than before. */
export function keepPages(course: Course, known: number, cache: FactCache): void {
  const { size } = course.stamps;
  if (known < size && size >= FEWEST_KEPT) void cache.keep(keyOf(course.site), pagesOf(course));
}

/** The pages whose files can be known again. */
function* pagesOf({ disk, stamps }: Course): Generator<KeptPage> {
  for (const facts of disk.all()) {
    const stamp = stamps.get(facts.path);
    if (stamp !== undefined) yield { facts, stamp };
  }
}
