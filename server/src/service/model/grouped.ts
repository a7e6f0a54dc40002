/**
 * Items by a text that some of them share, in their order.
 *
 * @param textOf `undefined` for an item that belongs to none
 */
export function grouped<T>(
  items: Iterable<T>,
  textOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const text = textOf(item);
    if (text === undefined) continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [item]);
    else group.push(item);
  }
  return groups;
}
