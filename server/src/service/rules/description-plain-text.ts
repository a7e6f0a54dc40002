import { replaceValue } from "../document/edits.ts";
import { pairAt } from "../document/node.ts";
import { isUnsure } from "../model/article.ts";
import { htmlIn, markdownIn, withoutHtml } from "../model/text/prose.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

type MessageId = "html" | "markdown" | "replace";

export const descriptionPlainText = defineRule<MessageId>({
  id: "description-plain-text",
  summary: "A description is plain text.",
  why: "Lists, feeds and search engines show its markup as it stands.",
  severity: "information",
  messages: {
    html: "A description is plain text; `{written}` is HTML.",
    markdown: "A description is plain text; `{written}` is Markdown.",
    replace: "Write it without HTML",
  },
  examples: [{ bad: "---\narchetype: news\ndescription: A clinic <b>hands out</b> patches.\n---\n" }],

  *check(article) {
    const pair = pairAt(article.frontMatter?.root, ["description"]);
    const description = article.value(["description"]);
    if (pair === undefined || typeof description !== "string" || isUnsure(article, ["description"])) return;
    const html = htmlIn(description);
    const found = html ?? markdownIn(description);
    if (found === undefined) return;
    const plain = html === undefined ? undefined : withoutHtml(description);
    const edits = () => (plain === undefined ? [] : [replaceValue(article.text, pair, plain)]);
    yield {
      messageId: html === undefined ? "markdown" : "html",
      data: { written: found.written },
      ...placeOf(pair),
      choices: plain === undefined || plain === "" ? [] : [{ messageId: "replace", edits }],
    };
  },
});
