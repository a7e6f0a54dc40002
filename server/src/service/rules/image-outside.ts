import { replaceValue } from "../document/edits.ts";
import { expectedValue } from "../model/article.ts";
import { imageUses, leavesSite } from "../model/images/use.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const imageOutside = defineRule({
  id: "image-outside",
  summary: "The file of an image lies inside the site.",
  why: "A file elsewhere is not built into the site: it may change, vanish, or never have been meant for readers.",
  severity: "error",
  messages: {
    outside: "`{key}` leads out of the site. It should name a file of the site.",
    replace: "Replace by `{expected}`",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/3f2b1c4d-0000-5000-8000-000000000001.md",
      bad: "---\narchetype: news\nfeaturedImage:\n  href: https://pictures.example/heart.png\n---\n",
      fixed:
        "---\narchetype: news\nfeaturedImage:\n  href: 3f2b1c4d-0000-5000-8000-000000000001-featuredImage.png\n---\n",
    },
    { bad: "---\narchetype: news\nfeaturedImage:\n  href: ../../heart.png\n---\n" },
  ],

  *check(article) {
    for (const { path, pair, field } of imageUses(article)) {
      if (!leavesSite(article, path)) continue;
      const expected = field && expectedValue(article, field);
      const data = { key: path.join("."), expected: String(expected) };
      const fix = { messageId: "replace", edits: () => [replaceValue(article.text, pair, expected ?? "")] } as const;
      yield { messageId: "outside", data, ...placeOf(pair), ...(expected === undefined ? {} : { fix }) };
    }
  },
});
