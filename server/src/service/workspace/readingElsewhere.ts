import { type Course, isStopped, putRead } from "./course.ts";
import { noChanges } from "./indexChange.ts";
import type { PageReader } from "./pageReader.ts";
import { keyOf } from "./site.ts";

/** Fewer pages are read before another thread has started. */
const FEWEST_PAGES = 1000;

/**
 * Has the pages of a site that are still to be read for the first time read elsewhere, where there are many. What is still
 * pending then, is so again, or could not be read there, is left for here.
 *
 * @param isCurrent whether the site is still the one that a course is about
 */
export async function readElsewhere(
  course: Course,
  reader: PageReader,
  isCurrent: (course: Course) => boolean,
): Promise<void> {
  if (course.pending.size < FEWEST_PAGES) return;
  const due = new Set(course.pending);
  const total = due.size;
  // From now on a page is pending that has changed.
  course.pending.clear();
  const isUnwanted = () => isStopped(course) || !isCurrent(course);
  await reader.read(
    keyOf(course.site),
    [...due],
    (pages) => {
      if (isUnwanted()) return;
      for (const page of pages) {
        if (due.delete(page.path) && !course.pending.has(page.path)) putRead(course, page, noChanges());
      }
      for (const listener of course.listeners) listener(total - due.size, total);
    },
    isUnwanted,
  );
  for (const path of due) course.pending.add(path);
}
