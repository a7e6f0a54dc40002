import { lineAt } from "../document/lines.ts";
import { defineRule } from "./rule.ts";

export const missingFrontMatter = defineRule({
  id: "missing-front-matter",
  summary: "An article opens with front matter.",
  why: "Without it the page has no title, no topics and no place in the lists.",
  severity: "error",
  messages: { missing: "An article of kind `{archetype}` opens with front matter between two `---` lines." },
  examples: [{ path: "content/communities/cardiology/curated-news/a.md", bad: "<p>Only a body.</p>\n" }],

  *check({ frontMatter, text, archetype }) {
    if (frontMatter !== undefined) return;
    yield { messageId: "missing", data: { archetype: archetype.name }, start: 0, end: lineAt(text, 0).end };
  },
});
