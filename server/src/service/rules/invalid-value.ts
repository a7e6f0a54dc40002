import { insertItem, replaceNode, replaceValue } from "../document/edits.ts";
import type { TextEdit } from "../document/span.ts";
import type { Article } from "../model/article.ts";
import { expectationOfError } from "../model/expectation.ts";
import { rankByLikeness } from "../model/likeness.ts";
import { valuesOf } from "../model/schema.ts";
import { defineRule, type Fix } from "./rule.ts";
import { type ValueError, valueErrors } from "./valueError.ts";

type MessageId = "invalid" | "replace" | "add";

export const invalidValue = defineRule<MessageId>({
  id: "invalid-value",
  summary: "A value is one that its key allows.",
  why: "Lists, searches and templates know only the values that the archetype allows.",
  severity: "warning",
  messages: {
    invalid: "`{key}` should be {expected}.",
    replace: "Replace by `{value}`",
    add: "Add `{value}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\nsearchCategory: Newz\n---\n",
      fixed: "---\narchetype: news\nsearchCategory: News\n---\n",
    },
    { bad: "---\narchetype: news\nid: -1\n---\n" },
  ],

  *check(article) {
    for (const found of valueErrors(article)) {
      if (found.error.keyword === "type") continue;
      const expected = expectationOfError(article.archetype.schema, found.error, article.frontMatter?.values ?? {});
      const [fix, ...choices] = answers(article, found);
      const isOnly = fix !== undefined && (choices.length === 0 || isSlip(article, found));
      yield {
        messageId: "invalid",
        data: { key: found.path.join("."), expected },
        ...found.place,
        ...(isOnly ? { fix, choices } : { choices: fix === undefined ? [] : [fix, ...choices] }),
      };
    }
  },
});

/** What could stand in the value's place, the likeliest first. */
function answers(article: Article, { schema, node, error, pair, path }: ValueError): readonly Fix<MessageId>[] {
  const { text } = article;
  const missing = error.keyword === "contains" ? schema.contains?.const : undefined;
  if (typeof missing === "string" && node.kind === "sequence") {
    const edits = (): readonly TextEdit[] => [insertItem(text, node, node.items.length, missing)];
    return [{ messageId: "add", data: { value: missing }, edits }];
  }
  const allowed = valuesOf(schema).filter((value) => typeof value !== "object");
  const written = String(article.value(path));
  const { ranked } = rankByLikeness(written, allowed, String);
  return [...new Set([...ranked, ...allowed])].map((value) => ({
    messageId: "replace",
    data: { value: String(value) },
    edits: () => [pair === undefined ? replaceNode(text, node, value, "block") : replaceValue(text, pair, value)],
  }));
}

function isSlip(article: Article, { schema, path }: ValueError): boolean {
  return rankByLikeness(String(article.value(path)), valuesOf(schema), String).certain !== undefined;
}
