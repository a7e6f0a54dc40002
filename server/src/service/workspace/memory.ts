/** What was read, by its URI: read once, kept until it is forgotten, and at hand without waiting once it is there. */
export interface Memory<Value, How extends readonly unknown[] = []> {
  /** `undefined` where nothing was read, or not yet to the end. */
  peek(uri: string): Value | undefined;
  /** @param how what else the reading needs, the same for the same URI */
  load(uri: string, ...how: How): Promise<Value>;
  /** True when there was anything to forget. */
  forget(uri: string): boolean;
  /** Of all that was read or is being read. */
  uris(): Iterable<string>;
}

export function createMemory<Value, How extends readonly unknown[]>(
  read: (uri: string, ...how: How) => Promise<Value>,
): Memory<Value, How> {
  const entries = new Map<string, Entry<Value>>();
  return {
    peek: (uri) => entries.get(uri)?.value,
    load(uri, ...how) {
      const known = entries.get(uri);
      if (known !== undefined) return known.ready;
      // One that is forgotten while it is read fills an entry that nobody finds any more.
      const entry: { value: Value | undefined } = { value: undefined };
      const ready = read(uri, ...how).then((value) => {
        entry.value = value;
        return value;
      });
      entries.set(uri, Object.assign(entry, { ready }));
      return ready;
    },
    forget: (uri) => entries.delete(uri),
    uris: () => entries.keys(),
  };
}

interface Entry<Value> {
  readonly value: Value | undefined;
  readonly ready: Promise<Value>;
}
