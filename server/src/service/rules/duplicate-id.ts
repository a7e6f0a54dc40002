import { pairAt } from "../document/node.ts";
import { disagreementAt, isUnsure } from "../model/article.ts";
import { otherPages } from "../model/otherPages.ts";
import { ownFacts } from "../model/ownFacts.ts";
import { stemOf } from "../model/stem.ts";
import { countOf, elsewhereAt, howMany } from "./elsewhereAt.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const duplicateId = defineRule({
  id: "duplicate-id",
  summary: "What identifies an article identifies no other one.",
  why: "Whoever looks for the one article finds the other: links, images and updates from the source go astray.",
  severity: "warning",
  isAboutSite: true,
  messages: {
    one: "Another article has the same `{key}`, {value}.",
    several: "{count} other articles have the same `{key}`, {value}.",
    other: "The same `{key}` is here.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nid: 77\n---\n",
      beside: { "content/communities/oncology/curated-news/b.md": "---\narchetype: news\nid: 77\n---\n" },
    },
  ],

  *check(article) {
    const { archetype, frontMatter } = article;
    for (const [key, value] of Object.entries(ownFacts(article).article?.ids ?? {})) {
      const pair = pairAt(frontMatter?.root, [key]);
      if (pair === undefined || isUnsure(article, [key]) || disagreementAt(article, [key]) !== undefined) continue;
      // Where a key should be the file's name, one that is not is reported there, and says nothing of this one.
      const isFileName = archetype.fileName?.path[0] === key;
      const others = otherPages(
        article,
        ["id", `${key}:${value}`],
        ({ path }) => !isFileName || stemOf(path) === value,
      );
      // One that is no such value is reported as that.
      if (others.length === 0 || article.schemaErrors().some(({ instancePath }) => instancePath === `/${key}`))
        continue;
      const elsewhere = elsewhereAt(others, [key], "other" as const);
      yield {
        messageId: howMany(others),
        data: { key, value, count: countOf(others) },
        ...placeOf(pair),
        elsewhere,
      };
    }
  },
});
