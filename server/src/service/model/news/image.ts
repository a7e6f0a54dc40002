import type { JsonValue } from "../../document/jsonValue.ts";
import { type DerivedField, type Facts, textOf } from "../derivedField.ts";
import { formatOfName, imageExtensionOf } from "../images/assets.ts";
import { isUuid } from "../text/uuid.ts";
import { mdName } from "./source.ts";

const PATH = ["featuredImage", "href"];

/** The file of an article's featured image. */
export const imageHref: DerivedField = {
  path: PATH,
  inputs: ["mdName"],
  explanation: "`mdName`, `-featuredImage` and the extension of the image's file.",
  derive(facts) {
    // The name that should be there: a wrong one is reported where it stands, not here again.
    const name = mdName.derive(facts) ?? textOf(facts, ["mdName"]);
    if (typeof name !== "string" || !isUuid(name)) return undefined;
    const stem = `${name}-featuredImage.`;
    const extension = extensionOf(facts, stem);
    return extension && `${stem}${extension}`;
  },
  // The file at hand would have to be renamed, or the text would lead nowhere.
  needsAuthor: (facts) => isAtHand(facts, textOf(facts, PATH)) && !isAtHand(facts, imageHref.derive(facts)),
};

/** The extension of the real file, else the one that the author wrote, else the one that the format has. */
function extensionOf(facts: Facts, stem: string): string | undefined {
  const written = imageExtensionOf(textOf(facts, PATH)?.trim() ?? "");
  if (written !== undefined && isAtHand(facts, `${stem}${written}`)) return written;
  const real = facts.assets.names.flatMap((name) =>
    name.startsWith(stem) && imageExtensionOf(name) === name.slice(stem.length) ? name.slice(stem.length) : [],
  );
  const [only, ...others] = new Set(real);
  if (only !== undefined && others.length === 0) return only;
  return written ?? usualExtension(textOf(facts, ["featuredImage", "format"]));
}

/** The extension of a format that has only one. */
function usualExtension(format: string | undefined): string | undefined {
  const extension = format?.toLowerCase();
  return format !== "JPEG" && extension !== undefined && formatOfName(`.${extension}`) === format
    ? extension
    : undefined;
}

function isAtHand({ assets }: Facts, name: JsonValue | undefined): boolean {
  const kind = typeof name === "string" ? assets.find(name)?.kind : undefined;
  return kind !== undefined && kind !== "missing";
}
