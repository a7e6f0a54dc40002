import { faultsOf } from "../document/body/body.ts";
import { textOf } from "../model/derivedField.ts";
import { defineRule } from "./rule.ts";

export const bodyImageAlt = defineRule({
  id: "body-image-alt",
  summary: "Every image of the body has alternative text, for those who do not see it.",
  why: "Screen readers read out the file's name instead, and search engines do not know what the image shows.",
  severity: "warning",
  messages: {
    html: 'This image has no `alt`. Where it only decorates, write `alt=""`.',
    markdown: "This image has no alternative text between its brackets.",
    title: "Describe the image by the article's title",
  },
  examples: [
    { bad: '---\narchetype: news\n---\n\n<p>A calm heart. <img src="heart.png"></p>\n' },
    { bad: "---\narchetype: news\n---\n\n![](heart.png)\n" },
  ],

  *check(article) {
    const { body } = article;
    if (body === undefined) return;
    const title = textOf(article, ["title"])?.trim().replace(/\s+/g, " ");
    for (const { kind, start, end, repair } of faultsOf(body)) {
      if (kind !== "htmlImage" && kind !== "markdownImage") continue;
      const finding = { messageId: kind === "htmlImage" ? "html" : "markdown", start, end } as const;
      if (repair === undefined || title === undefined) {
        yield finding;
        continue;
      }
      const newText = kind === "htmlImage" ? ` alt="${inAttribute(title)}"` : inBrackets(title);
      yield { ...finding, choices: [{ messageId: "title", edits: () => [{ ...repair, newText }] }] };
    }
  },
});

function inAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

/** What would be read as Markdown is escaped. */
function inBrackets(text: string): string {
  return text.replace(/[\\`*_[\]<&!~]/g, "\\$&");
}
