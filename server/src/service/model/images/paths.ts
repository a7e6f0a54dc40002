import type { Schema } from "../schema.ts";

type Paths = readonly (readonly string[])[];

/** No article has more images. Definitions that hold each other many times could ask for any number. */
const MOST_IMAGES = 100;

/** The paths of the keys that hold the file of an image: those that the schema marks with `x-image`. */
export function imagesOf(schema: Schema): Paths {
  return imagesIn(schema, new Map());
}

/** @param known what is found already, since a definition may stand in many places */
function imagesIn(schema: Schema, known: Map<Schema, Paths>): Paths {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const found = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
    ...(property["x-image"] === true ? [[key]] : []),
    ...imagesIn(property, known).map((path) => [key, ...path]),
  ]);
  const paths = found.slice(0, MOST_IMAGES);
  known.set(schema, paths);
  return paths;
}
