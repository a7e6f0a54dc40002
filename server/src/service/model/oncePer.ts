/**
 * Works a thing out once for each subject, when it is first asked for: many rules ask for the same about one version of a
 * document.
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
