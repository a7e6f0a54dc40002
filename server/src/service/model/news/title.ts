import { type DerivedField, textOf } from "../derivedField.ts";
import { rankByLikeness } from "../text/likeness.ts";
import { slugify } from "../text/slugify.ts";
import { titleOf } from "../title.ts";
import { brand } from "./source.ts";

// What an article repeats of its title and its source, made fit for a URL.

export const aliases: DerivedField = {
  path: ["aliases"],
  inputs: ["title"],
  explanation: "`/news/` and the title in URL form. Further aliases may stand beside it in a list.",
  derive(facts) {
    const title = titleOf(facts);
    const slug = title === undefined ? "" : slugify(title);
    return slug === "" ? undefined : `/news/${slug}`;
  },
  // In a text Hugo takes each space as the start of another alias.
  accepts: (actual, expected) =>
    (typeof actual === "string" ? actual.split(/\s+/) : [actual].flat()).some((alias) => isSamePage(alias, expected)),
  correct(actual, expected) {
    const paths = actual.split(/\s+/).filter((path) => path !== "");
    const [outdated] = rankByLikeness(String(expected), paths, String).ranked;
    if (paths.length < 2) return expected;
    if (outdated === undefined) return [...paths, expected].join(" ");
    return paths.map((path) => (path === outdated ? expected : path)).join(" ");
  },
};

export const slug: DerivedField = {
  path: ["slug"],
  inputs: ["link.brand", "link.href", "title"],
  explanation: "The brand without its top-level domain and the title, both in URL form, with a hyphen between.",
  derive(facts) {
    const title = titleOf(facts);
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
