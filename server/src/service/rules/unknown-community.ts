import { pairAt } from "../document/node.ts";
import { saidBy } from "../model/communityClues.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const unknownCommunity = defineRule({
  id: "unknown-community",
  summary: "An article belongs to a community that the site lists.",
  why: "Articles of a community that is not listed appear in no list and have no mast head.",
  severity: "warning",
  messages: {
    unknown: "The site lists no community `{slug}`.",
    similar: "The site lists no community `{slug}`. Is `{meant}` meant?",
  },
  examples: [
    {
      path: "content/communities/cardiologie/curated-news/a.md",
      bad: "---\narchetype: news\nbasePath: /communities/cardiologie/curated-news/\n---\n",
    },
  ],

  *check({ archetype, community, frontMatter, model, value }) {
    const { uri, bySlug } = model.communities;
    if (uri === undefined || community === undefined || frontMatter === undefined || bySlug.has(community.slug)) return;
    const { slugs } = archetype.communityClues;
    const clue = slugs.find((one) => saidBy(one, value) === community.slug);
    const pair = clue && pairAt(frontMatter.root, clue.path);
    const { start, end } = pair === undefined ? frontMatter.block.opener : placeOf(pair);
    const { certain } = rankByLikeness(community.slug, bySlug.keys(), String);
    const data = { slug: community.slug, meant: certain ?? "" };
    yield { messageId: certain === undefined ? "unknown" : "similar", data, start, end };
  },
});
