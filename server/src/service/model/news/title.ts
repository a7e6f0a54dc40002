import { type DerivedField, textOf } from "../derivedField.ts";
import { slugify } from "../slugify.ts";
import { brand } from "./source.ts";

// What an article repeats of its title and its source, made fit for a URL.

export const aliases: DerivedField = {
  path: ["aliases"],
  inputs: ["title"],
  explanation: "`/news/` and the title in URL form. Further aliases may stand beside it in a list.",
  derive(facts) {
    const title = textOf(facts, ["title"]);
    const slug = title === undefined ? "" : slugify(title);
    return slug === "" ? undefined : `/news/${slug}`;
  },
  accepts: (actual, expected) =>
    (Array.isArray(actual) ? actual : [actual]).some((alias) => isSamePage(alias, expected)),
};

export const slug: DerivedField = {
  path: ["slug"],
  inputs: ["link.brand", "link.href", "title"],
  explanation: "The brand without its top-level domain and the title, both in URL form, with a hyphen between.",
  derive(facts) {
    const title = textOf(facts, ["title"]);
    // The brand that should be there: a wrong one is reported where it stands, not here again.
    const source = brand.derive(facts) ?? textOf(facts, ["link", "brand"]);
    if (title === undefined || typeof source !== "string") return undefined;
    return (
      [slugify(source.replace(/\.[^.]*$/, "")), slugify(title)].filter((part) => part !== "").join("-") || undefined
    );
  },
};

function isSamePage(alias: unknown, expected: unknown): boolean {
  return typeof alias === "string" && alias.replace(/\/$/, "") === expected;
}
