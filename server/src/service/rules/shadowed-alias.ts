import { removeItem } from "../document/edits.ts";
import { disagreementAt } from "../model/article.ts";
import { aliasUses } from "../model/hugo/aliasUses.ts";
import { isAtItsAddress, otherPages } from "../model/otherPages.ts";
import { ownFacts } from "../model/ownFacts.ts";
import { addressPlace } from "./addressPlace.ts";
import { elsewhereAt } from "./elsewhereAt.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { defineRule } from "./rule.ts";

export const shadowedAlias = defineRule({
  id: "shadowed-alias",
  summary: "No page is where an alias should lead away from.",
  why: "Where a page is, Hugo makes none for the alias: the old link leads to that page, never to the article.",
  severity: "warning",
  isAboutSite: true,
  messages: {
    shadowed: "There is a page at `{address}`, so the alias leads nowhere.",
    own: "The article itself is at `{address}`, so it needs no alias there.",
    page: "This page is at `{address}`.",
    remove: "Remove it",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\naliases:\n- /news/a-beat\n- /communities/cardiology/curated-news/b\narchetype: news\n---\n",
      beside: { "content/communities/cardiology/curated-news/b.md": "---\narchetype: news\n---\n" },
    },
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\naliases:\n- /news/a-beat\n- /communities/cardiology/curated-news/a\narchetype: news\n---\n",
      fixed: "---\naliases:\n- /news/a-beat\narchetype: news\n---\n",
    },
  ],

  *check(article) {
    const { index, text } = article;
    const own = ownFacts(article);
    if (own.aliases.length === 0 || !index.isWhole || disagreementAt(article, ["aliases"]) !== undefined) return;
    for (const { address, item, node, pair } of aliasUses(article)) {
      const place = item === undefined ? placeOf(pair) : placeOfItem(text, node, pair.key);
      const edits = () => (item === undefined ? [] : [removeItem(text, item.list, item.index) ?? []].flat());
      const remove = { messageId: "remove", edits } as const;
      const isRemovable = item !== undefined && item.list.items.length > 1;
      if (address === own.permalink) {
        // While the article should be elsewhere, the alias may be there for that.
        if (addressPlace(article) === undefined) continue;
        const fix = isRemovable ? remove : undefined;
        yield { messageId: "own", data: { address }, ...place, severity: "information", tag: "unnecessary", fix };
        continue;
      }
      const pages = otherPages(article, ["permalink", address], (page) => isAtItsAddress(page, index));
      if (pages.length === 0 || !isAtItsAddress(own, index)) continue;
      const elsewhere = elsewhereAt(pages, ["slug"], "page" as const);
      yield { messageId: "shadowed", data: { address }, ...place, elsewhere, choices: isRemovable ? [remove] : [] };
    }
  },
});
