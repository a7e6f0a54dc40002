import type { StructuredDocument } from "./structuredDocument.ts";

/** Works a thing out once for each version of a document, when it is first asked for: many rules ask for the same. */
export function oncePerDocument<Document extends StructuredDocument, T>(
  workOut: (document: Document) => T,
): (document: Document) => T {
  const known = new WeakMap<Document, { readonly value: T }>();
  return (document) => {
    const entry = known.get(document) ?? { value: workOut(document) };
    known.set(document, entry);
    return entry.value;
  };
}
