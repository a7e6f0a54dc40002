import { pairAt } from "../document/node.ts";
import { disagreementAt, isUnsure } from "../model/article.ts";
import { otherPages } from "../model/otherPages.ts";
import { ownFacts } from "../model/ownFacts.ts";
import { isPageKey, sourceKey } from "../model/text/sourceKey.ts";
import { isWebAddress } from "../model/text/webAddress.ts";
import { countOf, elsewhereAt, howMany } from "./elsewhereAt.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const duplicateLink = defineRule({
  id: "duplicate-link",
  summary: "A page of another site is curated once in a community.",
  why: "Readers of the community find the same news twice.",
  severity: "warning",
  isAboutSite: true,
  messages: {
    one: "Another article of this community curates the same page.",
    several: "{count} other articles of this community curate the same page.",
    other: "The same page is curated here.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nlink:\n  href: https://heart.example/2021/beat\n---\n",
      beside: {
        "content/communities/cardiology/curated-news/b.md":
          "---\narchetype: news\nlink:\n  href: http://www.heart.example/2021/beat/?utm_source=mail\n---\n",
      },
    },
  ],

  *check(article) {
    const path = article.archetype.sameAddresses[0]?.[0].path;
    const { community, source } = ownFacts(article).article ?? {};
    if (path === undefined || community === undefined || source === undefined) return;
    // A site is news more than once, and what is no address is another rule's.
    if (!isWebAddress(source) || !isPageKey(sourceKey(source))) return;
    const pair = pairAt(article.frontMatter?.root, path);
    if (pair === undefined || isUnsure(article, path) || disagreementAt(article, path) !== undefined) return;
    const others = otherPages(article, ["source", source], (page) => page.article?.community === community);
    if (others.length === 0) return;
    const data = { count: countOf(others) };
    yield {
      messageId: howMany(others),
      data,
      ...placeOf(pair),
      elsewhere: elsewhereAt(others, path, "other" as const),
    };
  },
});
