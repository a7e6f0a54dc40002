/**
 * Works a thing out once for each of the texts asked about last. An author changes one value at a time: at each keystroke
 * all the others are asked about again.
 *
 * @param workOut what follows from the text alone, and nobody changes
 */
export function oncePerText<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const entry = known.get(text);
    if (entry !== undefined) return entry.value;
    if (known.size >= MOST_TEXTS) known.clear();
    const value = workOut(text);
    known.set(text, { value });
    return value;
  };
}

/** More than one article asks about. Not many more, because for V8 a part of a document keeps the whole of it alive. */
const MOST_TEXTS = 32;
