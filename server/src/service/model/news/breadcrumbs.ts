import type { DerivedField } from "../derivedField.ts";
import { titleOf } from "../title.ts";

// The way to an article: the names of the pages above it, and where they are.

export const breadcrumbs: DerivedField = {
  path: ["breadcrumbs"],
  inputs: ["title"],
  ownRule: true,
  explanation: "`Home`, `Communities`, the community's name, `Curated News` and the title.",
  derive(facts) {
    const title = titleOf(facts);
    const name = facts.community?.name;
    if (title === undefined || name === undefined) return undefined;
    return ["Home", "Communities", name, "Curated News", title];
  },
};

export const breadcrumbLinks: DerivedField = {
  path: ["breadcrumbLinks"],
  inputs: [],
  ownRule: true,
  explanation:
    "`/`, `/communities/`, the community's path, that path and `curated-news`, and `#` for the article itself.",
  derive({ community }) {
    if (community === undefined) return undefined;
    const section = `/communities/${community.slug}/`;
    return ["/", "/communities/", section, `${section}curated-news`, "#"];
  },
};
