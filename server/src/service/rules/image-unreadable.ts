import { imageUses, isInOrder } from "../model/images/use.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const imageUnreadable = defineRule({
  id: "image-unreadable",
  summary: "The file of an image holds an image that browsers can show.",
  why: "Browsers show a damaged file, or one that is an image only by name, as a broken image.",
  severity: "warning",
  messages: {
    unreadable: "The file `{href}` is damaged, or is no PNG, JPEG, GIF, WEBP, SVG or AVIF image.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nfeaturedImage:\n  href: damaged.png\n---\n",
    },
  ],

  *check(article) {
    for (const use of imageUses(article)) {
      if (article.assets.find(use.href)?.kind !== "unreadable" || !isInOrder(article, use)) continue;
      yield { messageId: "unreadable", data: { href: use.href }, ...placeOf(use.pair) };
    }
  },
});
