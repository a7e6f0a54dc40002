import type { CommunityDefaults } from "../community.ts";
import type { CommunityClues } from "../communityClues.ts";
import { type DerivedField, looksAlike } from "../derivedField.ts";

// What an article repeats of the community it belongs to.

export const basePath: DerivedField = {
  path: ["basePath"],
  inputs: [],
  explanation: "`/communities/`, the slug of the community in whose folder the file is, and `/curated-news/`.",
  derive: ({ community }) => community && `/communities/${community.slug}/curated-news/`,
};

export const contentCategories: DerivedField = {
  path: ["contentCategories"],
  inputs: [],
  explanation: "`medigy-`, the community's slug and `-curated-news`.",
  derive: ({ community }) => community && `medigy-${community.slug}-curated-news`,
};

export const identifier: DerivedField = {
  path: ["identifier"],
  inputs: [],
  explanation: "The community's name.",
  derive: ({ community }) => community?.name,
  accepts: looksAlike,
};

export const mastHead: DerivedField = {
  path: ["mastHead"],
  inputs: [],
  explanation: "The community's mast head: its name and ` CoP`, unless the list of communities says another.",
  derive: ({ community }) => community?.mastHead,
  accepts: looksAlike,
};

export const type: DerivedField = {
  path: ["type"],
  inputs: [],
  explanation: "The community's type: `communities/medigy-` and its slug, unless the list of communities says another.",
  derive: ({ community }) => community?.type,
};

/** What Medigy calls a community's pages and their templates unless its list of communities says another. */
export const communityDefaults: CommunityDefaults = ({ slug, name }) => ({
  mastHead: name && `${name} CoP`,
  type: `communities/medigy-${slug}`,
});

/** Where an article repeats its community's slug and name: with these it is known also where its folder says nothing. */
export const communityClues: CommunityClues = {
  slugs: [
    { path: ["basePath"], pattern: /^\/communities\/([^/]+)/ },
    { path: ["type"], pattern: /^communities\/medigy-([^/]+)$/ },
    { path: ["contentCategories"], pattern: /^medigy-(.+)-curated-news$/ },
    { path: ["breadcrumbLinks", 2], pattern: /^\/communities\/([^/]+)/ },
  ],
  names: [
    { path: ["identifier"], pattern: /^(.*\S.*)$/s },
    { path: ["breadcrumbs", 2], pattern: /^(.*\S.*)$/s },
    { path: ["mastHead"], pattern: /^(.*?\S.*?)(?: CoP)?$/s },
  ],
};
