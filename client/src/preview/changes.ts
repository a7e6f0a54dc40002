import type { BodyChange, PageFacts } from "../../preview/messages.ts";

/** The stretch in which two texts differ; `undefined` where they are the same. */
export function changeBetween(before: string, after: string): BodyChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let behind = 0;
  const most = shorter - start;
  while (
    behind < most &&
    before.charCodeAt(before.length - behind - 1) === after.charCodeAt(after.length - behind - 1)
  ) {
    behind++;
  }
  return {
    length: before.length,
    start,
    end: before.length - behind,
    text: after.slice(start, after.length - behind),
  };
}

/** What of the facts is not as it was. */
export function changedFacts(before: Partial<PageFacts>, after: PageFacts): Partial<PageFacts> {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PageFacts]),
  );
  return Object.fromEntries(changed);
}
