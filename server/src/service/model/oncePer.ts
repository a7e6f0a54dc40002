/**
 * Works a thing out once for each subject, when it is first asked for.
 *
 * @param workOut what follows from the subject alone
 */
export function oncePer<Subject extends object, T>(workOut: (subject: Subject) => T): (subject: Subject) => T {
  const known = new WeakMap<Subject, { readonly value: T }>();
  return (subject) => {
    const entry = known.get(subject);
    if (entry !== undefined) return entry.value;
    const value = workOut(subject);
    known.set(subject, { value });
    return value;
  };
}

/** What was worked out about a version of a document: it lives and dies with it, which weak maps make costly. */
export type Memo = Map<unknown, { readonly value: unknown }>;

/** The same for a version of a document: many rules ask for the same. */
export function oncePerDocument<Document extends { readonly memo: Memo }, T>(
  workOut: (document: Document) => T,
): (document: Document) => T {
  return (document) => {
    // What stands under this function was put there by it.
    const entry = document.memo.get(workOut) as { readonly value: T } | undefined;
    if (entry !== undefined) return entry.value;
    const value = workOut(document);
    document.memo.set(workOut, { value });
    return value;
  };
}
