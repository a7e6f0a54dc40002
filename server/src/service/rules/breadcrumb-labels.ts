import { looksAlike } from "../model/derivedField.ts";
import { compareList, type ListMessageId } from "./breadcrumbList.ts";
import { defineRule } from "./rule.ts";

export const breadcrumbLabels = defineRule<ListMessageId>({
  id: "breadcrumb-labels",
  summary: "The breadcrumbs name the pages above the article and the article itself.",
  why: "Readers find their way by them, and a wrong one leads into another community.",
  severity: "warning",
  messages: {
    order: "The breadcrumbs are in another order than the pages above the article.",
    wrong: "This breadcrumb should be `{expected}`.",
    comment: "YAML takes `{expected}` for a comment. Put it in quotes.",
    lacks: "The breadcrumb {expected} is missing.",
    lackSeveral: "The breadcrumbs {expected} are missing.",
    extra: "`{actual}` is one breadcrumb too many.",
    noList: "Breadcrumbs are a list: one for each page above the article, and the title.",
    reorder: "Put them in order",
    replace: "Replace by `{expected}`",
    quote: "Put it in quotes",
    insert: "Insert {expected}",
    insertSeveral: "Insert {expected}",
    remove: "Remove `{actual}`",
    rewrite: "Write the breadcrumbs anew",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\nbreadcrumbs:\n- Home\n- Communities\n- Cardiology\n- Heart\ntitle: Heart\n---\n",
      fixed:
        "---\narchetype: news\nbreadcrumbs:\n- Home\n- Communities\n- Cardiology\n- Curated News\n- Heart\ntitle: Heart\n---\n",
    },
  ],

  *check(article) {
    const labels = article.archetype.breadcrumbs?.labels;
    if (labels !== undefined)
      yield* compareList(article, labels, (actual, expected, index) => looksAlike(actual, expected[index] ?? null));
  },
});
