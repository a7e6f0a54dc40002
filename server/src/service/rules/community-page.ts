import { pairAt } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import type { Article } from "../model/article.ts";
import { saidBy } from "../model/communityClues.ts";
import { missingCommunityPage } from "../model/communityPage.ts";
import { breadcrumbItems } from "./breadcrumbItems.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { defineRule } from "./rule.ts";

export const communityPage = defineRule({
  id: "community-page",
  summary: "The community of an article has a page.",
  why: "Hugo makes a page of the community's folder only where that holds an `_index.md`; without one, links to the community are dead.",
  severity: "warning",
  isAboutSite: true,
  messages: {
    missing: "The community `{slug}` has no page: there is no `{file}`.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nbasePath: /communities/cardiology/curated-news/\n---\n",
      beside: { "content/communities/oncology/_index.md": "---\ntitle: Oncology\n---\n" },
    },
  ],

  *check(article) {
    const { community, frontMatter } = article;
    const page = missingCommunityPage(article);
    if (page === undefined || community === undefined || frontMatter === undefined) return;
    const place = placeIn(article, community.slug, page.address) ?? frontMatter.block.opener;
    const data = { slug: community.slug, file: page.file };
    yield { messageId: "missing", data, start: place.start, end: place.end };
  },
});

/** The link that leads to the page, else the key that names the community. */
function placeIn(article: Article, slug: string, address: string): Span | undefined {
  const link = breadcrumbItems(article).find((item) => item.address === address);
  if (link !== undefined) return placeOfItem(article.text, link.node, link.pair.key);
  const clue = article.archetype.communityClues.slugs.find((one) => saidBy(one, article.value) === slug);
  const pair = clue && pairAt(article.frontMatter?.root, clue.path);
  return pair && placeOf(pair);
}
