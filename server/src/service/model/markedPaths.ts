import type { Schema } from "./schema.ts";

type Paths = readonly (readonly string[])[];

/** No article has more such keys. Definitions that hold each other many times could ask for any number. */
const MOST_PATHS = 100;

/** The paths of the keys whose own schema is marked in some way. */
export function markedPaths(schema: Schema, isMarked: (property: Schema) => boolean): Paths {
  // A definition may stand in many places.
  const known = new Map<Schema, Paths>();
  const pathsIn = (parent: Schema): Paths => {
    const before = known.get(parent);
    if (before !== undefined) return before;
    const found = Object.entries(parent.properties ?? {}).flatMap(([key, property]) => [
      ...(isMarked(property) ? [[key]] : []),
      ...pathsIn(property).map((path) => [key, ...path]),
    ]);
    const paths = found.slice(0, MOST_PATHS);
    known.set(parent, paths);
    return paths;
  };
  return pathsIn(schema);
}
