import { defineRule } from "./rule.ts";

export const uncheckedFrontMatter = defineRule({
  id: "unchecked-front-matter",
  summary: "The front matter is of a kind that can be checked.",
  why: "What is not read is not checked: mistakes in it go unnoticed.",
  severity: "information",
  messages: {
    format: "Front matter in {format} is not checked; only YAML between `---` lines is.",
    size: "This front matter is too large to be checked.",
  },
  examples: [{ path: "content/communities/cardiology/curated-news/a.md", bad: '+++\ntitle = "Heart"\n+++\n' }],

  *check({ frontMatter }) {
    if (frontMatter?.unread === undefined || frontMatter.problems.length > 0) return;
    const { format, opener } = frontMatter.block;
    yield {
      messageId: frontMatter.unread,
      data: { format: format.toUpperCase() },
      start: opener.start,
      end: opener.end,
    };
  },
});
