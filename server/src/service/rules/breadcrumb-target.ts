import { expectedValue } from "../model/article.ts";
import { isAddress, missingCommunityPage } from "../model/communityPage.ts";
import { linkAddress } from "../model/hugo/addresses.ts";
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
      beside: { "content/communities/cardiology/_index.md": "---\ntitle: Cardiology\n---\n" },
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
    for (const { address, link, node, pair } of breadcrumbItems(article)) {
      // What should not stand there, and what the community lacks, other rules say.
      if (right?.has(address) === false || address === missingCommunityPage(article)?.address) continue;
      if (!isJudged(address) || isAddress(index, address)) continue;
      yield { messageId: "missing", data: { link }, ...placeOfItem(text, node, pair.key) };
    }

    /** Of folders in folders the site keeps pages where one of the same part of it has one; the others Hugo makes by itself. */
    function isJudged(address: string): boolean {
      const [, part, ...rest] = address.split("/");
      return rest.some((step) => step !== "") && index.find("section", `/${part}/`).length > 0;
    }
  },
});
