import { defineRule } from "./rule.ts";

export const uncheckedBody = defineRule({
  id: "unchecked-body",
  summary: "The body is small enough to be checked.",
  why: "What is not read is not checked: scripts and images without alternative text go unnoticed.",
  severity: "information",
  messages: { size: "The text below is too large or too deeply nested to be checked." },
  examples: [{ bad: `---\narchetype: news\n---\n\n${"> ".repeat(120)}![](heart.png)\n` }],

  *check({ body, frontMatter }) {
    const closer = frontMatter?.block.closer;
    if (closer === undefined || body === undefined || body.faults !== undefined) return;
    yield { messageId: "size", start: closer.start, end: closer.end };
  },
});
