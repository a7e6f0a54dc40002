import { replaceValue } from "../document/edits.ts";
import { pairAt } from "../document/node.ts";
import { isUnsure } from "../model/article.ts";
import { htmlIn, plainText, tidied } from "../model/text/prose.ts";
import { placeOf } from "./place.ts";
import { defineRule, type Finding } from "./rule.ts";

type MessageId = "tag" | "entity" | "lines" | "blanks" | "replace" | "tidy";

export const titlePlainText = defineRule<MessageId>({
  id: "title-plain-text",
  summary: "A title is one line of plain text.",
  why: "The site, feeds and search engines show tags and entities as they stand, and the slug would contain them.",
  severity: "information",
  messages: {
    tag: "A title is plain text; `{written}` is shown as it stands.",
    entity: "A title is plain text; `{written}` is shown as it stands.",
    lines: "A title is one line.",
    blanks: "This title starts or ends with a space or a line break.",
    replace: "Replace by `{expected}`",
    tidy: "Remove the blank space",
  },
  examples: [
    {
      bad: "---\narchetype: news\ntitle: Heart &amp; Lung\n---\n",
      fixed: "---\narchetype: news\ntitle: Heart & Lung\n---\n",
    },
    {
      bad: "---\narchetype: news\ntitle: 'Heart and Lung '\n---\n",
      fixed: "---\narchetype: news\ntitle: Heart and Lung\n---\n",
    },
  ],

  *check(article) {
    const pair = pairAt(article.frontMatter?.root, ["title"]);
    const title = article.value(["title"]);
    if (pair === undefined || typeof title !== "string" || title.trim() === "" || isUnsure(article, ["title"])) return;
    const html = htmlIn(title);
    const isTidy = tidied(title) === title;
    if (html === undefined && isTidy) return;
    const expected = plainText(title);
    const edits = () => (expected === undefined ? [] : [replaceValue(article.text, pair, expected)]);
    const place = placeOf(pair);
    if (html === undefined) {
      const messageId = title.trim().includes("\n") ? "lines" : "blanks";
      yield { messageId, ...place, fix: { messageId: "tidy", edits } };
      return;
    }
    const found: Finding<MessageId> = {
      messageId: html.kind === "tag" ? "tag" : "entity",
      data: { written: html.written },
      ...place,
    };
    yield expected === undefined || expected === ""
      ? found
      : { ...found, fix: { messageId: "replace", data: { expected }, edits } };
  },
});
