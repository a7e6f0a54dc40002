import { compareList, type ListMessageId } from "./breadcrumbList.ts";
import { defineRule } from "./rule.ts";

export const breadcrumbLinks = defineRule<ListMessageId>({
  id: "breadcrumb-links",
  summary: "The breadcrumb links lead step by step from the home page to the article's list, and end in `#`.",
  why: "A link of another community, or to nowhere, is a dead end for the reader.",
  severity: "warning",
  messages: {
    order: "The breadcrumb links are in another order than the breadcrumbs.",
    wrong: "This breadcrumb link should be `{expected}`.",
    comment: "YAML takes `{expected}` for a comment. Put it in quotes.",
    lacks: "The breadcrumb link {expected} is missing.",
    lackSeveral: "The breadcrumb links {expected} are missing.",
    extra: "`{actual}` is one breadcrumb link too many.",
    noList: "Breadcrumb links are a list: one for each breadcrumb.",
    reorder: "Put them in order",
    replace: "Replace by `{expected}`",
    quote: "Put it in quotes",
    insert: "Insert {expected}",
    insertSeveral: "Insert {expected}",
    remove: "Remove `{actual}`",
    rewrite: "Write the breadcrumb links anew",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nbreadcrumbLinks:\n- /\n- /communities/\n- /communities/oncology/\n- /communities/cardiology/curated-news\n- '#'\n---\n",
      fixed:
        "---\narchetype: news\nbreadcrumbLinks:\n- /\n- /communities/\n- /communities/cardiology/\n- /communities/cardiology/curated-news\n- '#'\n---\n",
    },
  ],

  *check(article) {
    const links = article.archetype.breadcrumbs?.links;
    if (links === undefined) return;
    yield* compareList(article, links, (actual, expected, index) => {
      if (actual === expected[index]) return true;
      // The link of the article's list may end in a slash or not.
      return (
        index === expected.length - 2 && typeof actual === "string" && actual.replace(/\/$/, "") === expected[index]
      );
    });
  },
});
