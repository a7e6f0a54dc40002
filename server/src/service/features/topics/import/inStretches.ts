/** So many topics take some milliseconds. */
const AT_ONCE = 1000;

/**
 * Does work for each of many, in their order.
 *
 * @param pause lets others go first, now and then
 */
export async function inStretches<Item>(
  items: Iterable<Item>,
  pause: () => Promise<void>,
  work: (item: Item) => void,
): Promise<void> {
  let done = 0;
  for (const item of items) {
    if (++done % AT_ONCE === 0) await pause();
    work(item);
  }
}
