import { isAtItsAddress, otherPages } from "../model/otherPages.ts";
import { ownFacts } from "../model/ownFacts.ts";
import { addressPlace } from "./addressPlace.ts";
import { countOf, elsewhereAt, howMany } from "./elsewhereAt.ts";
import { defineRule } from "./rule.ts";

export const duplicatePermalink = defineRule({
  id: "duplicate-permalink",
  summary: "No other page of the site has the address of the article.",
  why: "Hugo writes both pages to one file, without a word: one of the two is not on the site, and which may change with every build.",
  severity: "error",
  isAboutSite: true,
  messages: {
    one: "Another page has the address of this one. Hugo writes only one of them.",
    several: "{count} other pages have the address of this one. Hugo writes only one of them.",
    other: "This page has the address `{address}`, too.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nslug: a-steady-beat\n---\n",
      beside: {
        "content/communities/cardiology/curated-news/b.md": "---\narchetype: news\nslug: a-steady-beat\n---\n",
      },
    },
  ],

  *check(article) {
    const { index } = article;
    const facts = ownFacts(article);
    const { permalink } = facts;
    if (permalink === undefined || !index.isWhole) return;
    const others = otherPages(article, ["permalink", permalink], (page) => isAtItsAddress(page, index));
    if (others.length === 0 || !isAtItsAddress(facts, index)) return;
    const place = addressPlace(article);
    if (place === undefined) return;
    const data = { address: permalink, count: countOf(others) };
    yield { messageId: howMany(others), data, ...place, elsewhere: elsewhereAt(others, ["slug"], "other" as const) };
  },
});
