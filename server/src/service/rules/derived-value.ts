import { insertItem, replaceNode, replaceValue } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { type Node, type Pair, pairAt } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { type Article, disagreement } from "../model/article.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { rankByLikeness } from "../model/likeness.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { defineRule, type Related } from "./rule.ts";

type MessageId = "differs" | "input" | "replace";

export const derivedValue = defineRule<MessageId>({
  id: "derived-value",
  summary: "A value that follows from others, from the file's place or from its community is what follows.",
  why: "The site repeats these values in links, lists and searches; where they disagree, links lead nowhere.",
  severity: "warning",
  messages: {
    differs: "`{key}` should be `{expected}`.",
    input: "`{key}` follows from this.",
    replace: "Replace by `{expected}`",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\ntype: communities/medigy-oncology\n---\n",
      fixed: "---\narchetype: news\ntype: communities/medigy-cardiology\n---\n",
    },
    {
      bad: "---\naliases: /news/old-title\narchetype: news\ntitle: New Title\n---\n",
      fixed: "---\naliases: /news/new-title\narchetype: news\ntitle: New Title\n---\n",
    },
  ],

  *check(article) {
    const { archetype, frontMatter } = article;
    for (const field of archetype.derivedFields) {
      if (field === archetype.breadcrumbs?.labels || field === archetype.breadcrumbs?.links) continue;
      const pair = pairAt(frontMatter?.root, field.path);
      const expected = pair === undefined ? undefined : disagreement(article, field);
      if (frontMatter === undefined || pair === undefined || expected === undefined || isBroken(frontMatter, pair))
        continue;
      const data = { key: field.path.join("."), expected: String(expected) };
      const outdated = outdatedItem(pair, expected);
      yield {
        messageId: "differs",
        data,
        ...(outdated === undefined ? placeOf(pair) : placeOfItem(outdated, pair.key)),
        related: inputsOf(article, field),
        fix: { messageId: "replace", data, edits: () => [correction(article, pair, expected)] },
      };
    }
  },
});

function inputsOf(article: Article, { path, inputs }: DerivedField): readonly Related<MessageId>[] {
  return inputs.flatMap((input) => {
    const pair = pairAt(article.frontMatter?.root, input.split("."));
    return pair === undefined
      ? []
      : [{ messageId: "input" as const, data: { key: path.join(".") }, start: pair.start, end: pair.end }];
  });
}

/** Of a list that should hold the value, the item that was meant to be it: the only one, or the one most like it. */
function outdatedItem({ value: list }: Pair, expected: JsonValue): Node | undefined {
  if (list.kind !== "sequence" || typeof expected === "object") return undefined;
  const { ranked } = rankByLikeness(String(expected), list.items, (item) => (item.kind === "scalar" ? item.text : ""));
  return list.items.length === 1 ? list.items[0] : ranked[0];
}

function correction({ text }: Article, pair: Pair, expected: JsonValue): TextEdit {
  const list = pair.value;
  if (list.kind !== "sequence" || typeof expected === "object") return replaceValue(text, pair, expected);
  const outdated = outdatedItem(pair, expected);
  if (outdated === undefined) return insertItem(text, list, list.items.length, expected);
  return replaceNode(text, outdated, expected, list.style);
}
