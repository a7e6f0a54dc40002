import type { JsonValue } from "../../document/jsonValue.ts";
import { isSamePath } from "../../document/node.ts";
import { type DerivedField, type Facts, textOf } from "../derivedField.ts";
import { type Schema, schemaAt, valuesOf } from "../schema.ts";
import { titleOf } from "../title.ts";
import { type Asset, formatOfName } from "./assets.ts";
import { imagesOf } from "./paths.ts";

/**
 * The fields that tell of the images an archetype has: `format` and `size` follow from the file, `alt` starts as the title.
 *
 * @param hrefs the derived fields among the keys that hold the images' files
 */
export function imageFields(schema: Schema, hrefs: readonly DerivedField[]): readonly DerivedField[] {
  return imagesOf(schema).flatMap((path) => {
    const derived = hrefs.find((field) => isSamePath(field.path, path));
    const image = { path, derived };
    return [alt(image), format(image, schema), size(image)].filter(
      (field) => schemaAt(schema, field.path) !== undefined,
    );
  });
}

interface ImageKey {
  /** The path of the key that holds the file. */
  readonly path: readonly string[];
  /** Says which file it should be, where that follows from something. */
  readonly derived: DerivedField | undefined;
}

function alt({ path }: ImageKey): DerivedField {
  return {
    path: beside(path, "alt"),
    inputs: ["title"],
    explanation: "The title, unless an author says better what the image shows.",
    derive: titleOf,
    accepts: (actual) => (typeof actual === "string" ? actual.trim() !== "" : actual !== null),
  };
}

function format(image: ImageKey, schema: Schema): DerivedField {
  const path = beside(image.path, "format");
  const allowed = valuesOf(schemaAt(schema, path) ?? {});
  return {
    path,
    inputs: [image.path.join(".")],
    explanation: "The format of the image's file; where that is not at hand, the one that its extension names.",
    derive(facts) {
      const { href, asset } = imageOf(facts, image);
      const found = asset?.kind === "image" ? asset.facts.format : formatOfName(href ?? "");
      return found !== undefined && (allowed.length === 0 || allowed.includes(found)) ? found : undefined;
    },
    // How it is spelt the schema says.
    accepts: (actual, expected) => typeof actual === "string" && actual.toUpperCase() === expected,
  };
}

function size(image: ImageKey): DerivedField {
  return {
    path: beside(image.path, "size"),
    inputs: [image.path.join(".")],
    mustStand: true,
    explanation: "Width and height of the image in its file, in pixels.",
    derive(facts): JsonValue | undefined {
      const { asset } = imageOf(facts, image);
      return asset?.kind === "image" ? asset.facts.size : undefined;
    },
  };
}

/**
 * The image of an article: the one that should be there, because a wrong href is reported where it stands, not here again;
 * the one that the author names where that is the one at hand.
 */
function imageOf(facts: Facts, { path, derived }: ImageKey): { href: string | undefined; asset: Asset | undefined } {
  const written = textOf(facts, path);
  const expected = derived?.derive(facts);
  const href = typeof expected === "string" && derived?.needsAuthor?.(facts) !== true ? expected : written;
  return { href, asset: href === undefined ? undefined : facts.assets.find(href) };
}

function beside(path: readonly string[], key: string): readonly string[] {
  return [...path.slice(0, -1), key];
}
