import { pairAt } from "../document/node.ts";
import { expectedValue, isUnsure } from "../model/article.ts";
import { isUuid } from "../model/text/uuid.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

export const fileName = defineRule({
  id: "file-name",
  summary: "An article's file has the name that the article says it has.",
  why: "Pictures and other programs find the article by this name; under another they look for a file that is not there.",
  severity: "warning",
  messages: {
    differs: "The file is named `{name}`, not `{expected}`. Rename the file, or say its real name here.",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/steady-beat.md",
      bad: "---\narchetype: news\nmdName: 3f2b1c4d-0000-5000-8000-000000000001\n---\n",
    },
  ],

  *check(article) {
    const { archetype, frontMatter, path, stem } = article;
    const { fileName: field, files } = archetype;
    // Where the file's name can be what the article should say, that is a derived value.
    if (field === undefined || expectedValue(article, field) !== undefined || !files.matches(path)) return;
    const pair = pairAt(frontMatter?.root, field.path);
    const said = article.value(field.path);
    if (pair === undefined || typeof said !== "string" || !isUuid(said) || isUnsure(article, field.path)) return;
    // Hugo takes what stands before `.md` behind a dot for a language, and `index.md` for the page of its folder.
    if (stem === "index" || stem.startsWith(`${said}.`)) return;
    const data = { name: path.slice(path.lastIndexOf("/") + 1), expected: `${said}.md` };
    yield { messageId: "differs", data, ...placeOf(pair) };
  },
});
