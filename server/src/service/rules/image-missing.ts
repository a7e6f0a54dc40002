import { replaceValue } from "../document/edits.ts";
import type { Article } from "../model/article.ts";
import { type ImageUse, imageUses, isInOrder } from "../model/images/use.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import { isUuid } from "../model/text/uuid.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const imageMissing = defineRule({
  id: "image-missing",
  summary: "The file of an image lies beside the article or in one of the site's asset folders.",
  why: "Without the file the page shows no image, and nobody can tell whether its format and size are right.",
  severity: "information",
  messages: {
    missing: "There is no file `{href}` beside the article or in {roots}.",
    replace: "Replace by `{name}`",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nfeaturedImage:\n  href: heart.png\n---\n",
    },
  ],

  *check(article) {
    for (const use of imageUses(article)) {
      if (article.assets.find(use.href)?.kind !== "missing" || !isInOrder(article, use)) continue;
      const roots = article.model.assetRoots.map((folder) => `\`${folder}\``).join(" or ");
      const choices = namesLike(use, article).map((name) => ({
        messageId: "replace" as const,
        data: { name },
        edits: () => [replaceValue(article.text, use.pair, name)],
      }));
      yield { messageId: "missing", data: { href: use.href, roots }, ...placeOf(use.pair), choices };
    }
  },
});

/** The images at hand that may be the one meant. One that is named after another article is that article's. */
function namesLike({ href }: ImageUse, { assets }: Article): readonly string[] {
  const own = new Set(assets.names.filter((name) => !isUuid(name.slice(0, 36)) || href.startsWith(name.slice(0, 36))));
  return rankByLikeness(href, own, String).ranked;
}
