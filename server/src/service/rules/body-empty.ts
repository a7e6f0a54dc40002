import { defineRule } from "./rule.ts";

export const bodyEmpty = defineRule({
  id: "body-empty",
  summary: "An article has text below its front matter.",
  why: "Without it the page shows a title and nothing else.",
  severity: "warning",
  messages: {
    empty: "The article has no text below its front matter.",
    draft: "This draft has no text yet.",
  },
  examples: [{ bad: "---\narchetype: news\n---\n" }, { bad: "---\narchetype: news\n---\n\n<p>&nbsp;</p>\n" }],

  *check({ body, frontMatter, value }) {
    const closer = frontMatter?.block.closer;
    if (closer === undefined || body?.isBlank !== true) return;
    const { start, end } = closer;
    if (value(["draft"]) === true) yield { messageId: "draft", start, end, severity: "information" };
    else yield { messageId: "empty", start, end };
  },
});
