import { expectedValue } from "../model/article.ts";
import { isAddress, missingCommunityPage } from "../model/communityPage.ts";
import { linkAddress } from "../model/hugo/addresses.ts";
import { levelOf, type SiteIndex } from "../model/siteIndex.ts";
import { breadcrumbItems } from "./breadcrumbItems.ts";
import { placeOfItem } from "./place.ts";
import { defineRule } from "./rule.ts";

export const breadcrumbTarget = defineRule({
  id: "breadcrumb-target",
  summary: "Each breadcrumb link leads to a page of the site.",
  why: "A reader who follows it finds nothing there.",
  severity: "warning",
  isAboutSite: true,
  messages: {
    missing: "There is no page at `{link}`. Hugo makes one of a folder where that holds an `_index.md`.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nbreadcrumbLinks:\n- /\n- /communities/\n- /communities/cardiology/\n- /communities/cardiology/curated-news\n- '#'\n---\n",
      beside: {
        "content/communities/cardiology/_index.md": "---\ntitle: Cardiology\n---\n",
        "content/communities/oncology/curated-news/_index.md": "---\ntitle: Curated News\n---\n",
      },
    },
  ],

  *check(article) {
    const { archetype, index, model, text } = article;
    const links = archetype.breadcrumbs?.links;
    if (links === undefined || !index.isWhole) return;
    const { areLinksAddresses, source } = model.addressing;
    if (!areLinksAddresses || source !== "file") return;
    const expected = expectedValue(article, links);
    const right = Array.isArray(expected) ? new Set(expected.map((link) => linkAddress(String(link)))) : undefined;
    const missing = missingCommunityPage(article)?.address;
    for (const { address, link, node, pair } of breadcrumbItems(article)) {
      // What should not stand there, and what the community lacks, other rules say.
      if (right?.has(address) === false || address === missing) continue;
      if (!isKept(address, index) || isAddress(index, address)) continue;
      yield { messageId: "missing", data: { link }, ...placeOfItem(text, node, pair.key) };
    }
  },
});

/**
 * Whether the site keeps pages of folders like that at an address: one as deep in the same part of it has one. Of folders that
 * stand directly in the content folder Hugo makes pages by itself, and what is no folder there may be anything.
 */
function isKept(address: string, index: SiteIndex): boolean {
  const level = levelOf(address);
  return level !== address && index.find("section", level).length > 0;
}
