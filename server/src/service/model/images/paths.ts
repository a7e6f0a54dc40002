import { markedPaths } from "../markedPaths.ts";
import type { Schema } from "../schema.ts";

/** The paths of the keys that hold the file of an image: those that the schema marks with `x-image`. */
export function imagesOf(schema: Schema): readonly (readonly string[])[] {
  return markedPaths(schema, (property) => property["x-image"] === true);
}
