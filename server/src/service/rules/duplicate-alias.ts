import { removeItem } from "../document/edits.ts";
import type { Span } from "../document/span.ts";
import { disagreementAt } from "../model/article.ts";
import { aliasUses } from "../model/hugo/aliasUses.ts";
import { isAtItsAddress, otherPages } from "../model/otherPages.ts";
import { ownFacts } from "../model/ownFacts.ts";
import { countOf, elsewhereAt, howMany } from "./elsewhereAt.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { defineRule } from "./rule.ts";

export const duplicateAlias = defineRule({
  id: "duplicate-alias",
  summary: "An alias leads to one page.",
  why: "Hugo makes one page for the alias, which leads to one of the articles; readers of the other end up there, too.",
  severity: "warning",
  isAboutSite: true,
  messages: {
    one: "Another page has the alias `{address}`. It leads to only one of them.",
    several: "{count} other pages have the alias `{address}`. It leads to only one of them.",
    other: "This page has the alias `{address}`, too.",
    again: "The alias `{address}` is listed already.",
    first: "It is listed here.",
    remove: "Remove it",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\naliases: /news/a-steady-beat\narchetype: news\n---\n",
      beside: {
        "content/communities/oncology/curated-news/b.md":
          "---\naliases:\n- /news/a-steady-beat/\narchetype: news\n---\n",
      },
    },
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\naliases:\n- /news/a-steady-beat\n- /news/a-steady-beat/\narchetype: news\n---\n",
      fixed: "---\naliases:\n- /news/a-steady-beat\narchetype: news\n---\n",
    },
  ],

  *check(article) {
    const { index, text } = article;
    const own = ownFacts(article);
    if (own.aliases.length === 0 || disagreementAt(article, ["aliases"]) !== undefined) return;
    const first = new Map<string, Span>();
    for (const { address, item, node, pair } of aliasUses(article)) {
      const place = item === undefined ? placeOf(pair) : placeOfItem(text, node, pair.key);
      const before = first.get(address);
      if (before !== undefined && item === undefined) continue;
      if (before !== undefined && item !== undefined) {
        const edits = () => [removeItem(text, item.list, item.index) ?? []].flat();
        const fix = { messageId: "remove", edits } as const;
        const related = [{ messageId: "first" as const, ...before }];
        yield {
          messageId: "again",
          data: { address },
          ...place,
          severity: "information",
          tag: "unnecessary",
          related,
          fix,
        };
        continue;
      }
      first.set(address, place);
      // Two pages at one address are an error of its own.
      const others = otherPages(
        article,
        ["alias", address],
        (page) => page.permalink !== own.permalink && isAtItsAddress(page, index),
      );
      if (others.length === 0 || !isAtItsAddress(own, index)) continue;
      const elsewhere = elsewhereAt(others, ["aliases"], "other" as const);
      yield { messageId: howMany(others), data: { address, count: countOf(others) }, ...place, elsewhere };
    }
  },
});
