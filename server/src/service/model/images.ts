import type { Schema } from "./schema.ts";

/** The paths of the keys that hold the file of an image: those that the schema marks with `x-image`. */
export function imagesOf(schema: Schema): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
    ...(property["x-image"] === true ? [[key]] : []),
    ...imagesOf(property).map((path) => [key, ...path]),
  ]);
}
