import { insertItem, replaceNode, replaceValue } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { type Node, type Pair, pairAt, type Sequence } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { type Article, disagreement, isUnsure } from "../model/article.ts";
import type { DerivedField } from "../model/derivedField.ts";
import { isRefused } from "../model/hugo/refusals.ts";
import { leavesSite } from "../model/images/use.ts";
import { schemaAt, typesOf } from "../model/schema.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import { differencesInList } from "./derivedList.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { defineRule, type Finding, type Related } from "./rule.ts";
import { wrongItems } from "./wrongItems.ts";

type MessageId = "order" | "reorder" | "differs" | "lacks" | "extra" | "input" | "replace" | "add" | "remove";

export const derivedValue = defineRule<MessageId>({
  id: "derived-value",
  summary: "A value that follows from other keys, from the file's place or from its community agrees with them.",
  why: "The site uses these values in links, lists and searches; where they disagree, links lead nowhere.",
  severity: "warning",
  messages: {
    order: "The items of `{key}` are in the wrong order.",
    reorder: "Put them in order",
    differs: "`{key}` should be `{expected}`.",
    lacks: "`{key}` should hold `{expected}`.",
    extra: "`{key}` holds one item too many: `{expected}`.",
    input: "`{source}` follows from this.",
    replace: "Replace by `{expected}`",
    add: "Add `{expected}`",
    remove: "Remove `{expected}`",
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
      if (field.ownRule) continue;
      const pair = pairAt(frontMatter?.root, field.path);
      const expected = disagreement(article, field);
      if (pair === undefined || expected === undefined || isUnsure(article, field.path)) continue;
      if (isRefused(article, field.path)) continue;
      if (leavesSite(article, field.path)) continue;
      if (Array.isArray(expected) && wrongItems(pair.value, expected) === undefined) {
        const related = inputsOf(article, field);
        const name = field.path.join(".");
        for (const found of differencesInList(article.text, pair, { name, expected })) yield { ...found, related };
      } else yield finding(article, pair, { field, expected });
    }
  },
});

function finding(
  article: Article,
  pair: Pair,
  { field, expected }: { readonly field: DerivedField; readonly expected: JsonValue },
): Finding<MessageId> {
  const { text, archetype } = article;
  const key = field.path.join(".");
  const related = inputsOf(article, field);
  const list = pair.value;
  const mayBeList = typesOf(schemaAt(archetype.schema, field.path) ?? {}).includes("array");
  if (!mayBeList || list.kind !== "sequence" || typeof expected === "object") {
    const right = corrected(pair, field, expected);
    const data = { key, expected: Array.isArray(right) ? `[${right.join(", ")}]` : String(right) };
    const wrong = wrongItems(list, right);
    const place = wrong?.length === 1 ? wrong.map(({ item }) => placeOfItem(text, item, pair.key))[0] : undefined;
    const edits = (): readonly TextEdit[] =>
      wrong?.map(({ item, value, style }) => replaceNode(text, item, value, style)) ?? [
        replaceValue(text, pair, right),
      ];
    const fix = { messageId: "replace", data, edits } as const;
    const answer = field.needsAuthor?.(article) === true ? { choices: [fix] } : { fix };
    return { messageId: "differs", data, ...(place ?? placeOf(pair)), related, ...answer };
  }
  const data = { key, expected: String(expected) };
  const outdated = outdatedItem(list, String(expected));
  if (outdated === undefined) {
    const edits = (): readonly TextEdit[] => [insertItem(text, list, list.items.length, expected)];
    return { messageId: "lacks", data, ...placeOf(pair), related, fix: { messageId: "add", data, edits } };
  }
  const edits = (): readonly TextEdit[] => [replaceNode(text, outdated, expected, list.style)];
  const place = placeOfItem(text, outdated, pair.key);
  return { messageId: "lacks", data, ...place, related, fix: { messageId: "replace", data, edits } };
}

/** The value to write: the expected one, or the author's text with the wrong part of it corrected. */
function corrected({ value }: Pair, field: DerivedField, expected: JsonValue): JsonValue {
  const isText = value.kind === "scalar" && typeof value.value === "string";
  return (isText ? field.correct?.(value.value, expected) : undefined) ?? expected;
}

function inputsOf(article: Article, { path, inputs }: DerivedField): readonly Related<MessageId>[] {
  return inputs.flatMap((input) => {
    const pair = pairAt(article.frontMatter?.root, input.split("."));
    return pair === undefined
      ? []
      : [{ messageId: "input" as const, data: { source: path.join(".") }, start: pair.start, end: pair.end }];
  });
}

/** Of a list that should hold the value, the item that was meant to be it: an empty one, or the one most like it. */
function outdatedItem({ items }: Sequence, expected: string): Node | undefined {
  const textOf = (item: Node) => (item.kind === "scalar" ? item.text : "");
  return items.find((item) => item.start === item.end) ?? rankByLikeness(expected, items, textOf).ranked[0];
}
