import { narrowed, removeItem, removePair, replaceNode, replaceValue } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { pairAt } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { type Article, disagreementAt } from "../model/article.ts";
import { type Refusal, refusals } from "../model/hugo/refusals.ts";
import { placeOf, placeOfItem } from "./place.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";

type MessageId = Refusal["reason"] | "replace" | "remove" | "draft" | "drop";

export const hugoRefusedValue = defineRule<MessageId>({
  id: "hugo-refused-value",
  summary: "No value stops the build.",
  why: "One such value stops the build of the whole site, and Hugo names only the file.",
  severity: "error",
  messages: {
    dotsTerm: "Hugo stops the build at a term `..`.",
    httpAlias: "An alias is a path on this site. Hugo stops the build at one with `http://` or `https://`.",
    httpUrl: "`url` is a path on this site. Hugo stops the build at one with `http://` or `https://`.",
    markup: "Hugo knows no markup `{value}` and stops the build.",
    notAMapping: "`{key}` should be a mapping. Hugo stops the build at anything else.",
    published: "Hugo takes `published` for a date and stops the build at `{value}`. Write `draft` to hold a page back.",
    rootAlias: "This alias is the site's home page. Hugo stops the build at it.",
    slashTerm: "Hugo crashes at a term that ends in `/`.",
    tooLong: "A part of this path is longer than 255 bytes. Hugo cannot write a file of that name and stops the build.",
    replace: "Replace by `{value}`",
    remove: "Remove it",
    draft: "Write `draft: true` instead",
    drop: "Remove `published`: the page is published without it",
  },
  examples: [
    {
      bad: "---\narchetype: news\npublished: false\n---\n",
      fixed: "---\narchetype: news\ndraft: true\n---\n",
    },
    { bad: "---\naliases:\n- /news/heart\n- https://heart.example/\narchetype: news\ntitle: Heart\n---\n" },
    {
      bad: "---\narchetype: news\ntags:\n- news\n- pulse/\n---\n",
      fixed: "---\narchetype: news\ntags:\n- news\n- pulse\n---\n",
    },
  ],

  *check(article) {
    for (const refusal of refusals(article)) {
      const { reason, pair, node, item } = refusal;
      const value = node.kind === "scalar" ? node.text : "";
      yield {
        messageId: reason,
        data: { key: pair.key.text, value },
        ...(item === undefined ? placeOf(pair) : placeOfItem(article.text, node, pair.key)),
        ...answers(article, refusal, value),
      };
    }
  },
});

type Answers = Pick<Finding<MessageId>, "fix" | "choices">;

function answers(article: Article, refusal: Refusal, value: string): Answers {
  if (refusal.reason === "published") return publishedAnswers(article, refusal, value);
  if (refusal.reason === "slashTerm") return { fix: replacement(article, refusal, value.replace(/\/+$/, "")) };
  const expected = disagreementAt(article, [refusal.pair.key.text]);
  if (expected !== undefined) return { fix: replacement(article, refusal, expected) };
  const path = /^https?:\/\/[^/?#]+(\/[^/?#][^?#]*)/.exec(value)?.[1];
  const choices = path === undefined ? [] : [replacement(article, refusal, path)];
  return { choices: [...choices, ...removal(article, refusal)] };
}

function replacement({ text }: Article, { pair, node, item }: Refusal, value: JsonValue): Fix<MessageId> {
  const edits = (): readonly TextEdit[] =>
    item === undefined || typeof value !== "string"
      ? [replaceValue(text, pair, value)]
      : [replaceNode(text, node, value, item.list.style)];
  return { messageId: "replace", data: { value: String(value) }, edits };
}

function removal({ text }: Article, { item }: Refusal): readonly Fix<MessageId>[] {
  const edit = item && item.list.items.length > 1 ? removeItem(text, item.list, item.index) : undefined;
  return edit === undefined ? [] : [{ messageId: "remove", edits: () => [edit] }];
}

/** `published: false` was a draft, and `published: true` says what holds anyway, unless `draft` contradicts. */
function publishedAnswers({ text, frontMatter }: Article, { pair }: Refusal, value: string): Answers {
  if (pair.style === "flow") return {};
  const drop: Fix<MessageId> = { messageId: "drop", edits: () => [removePair(text, pair)] };
  const hasDraft = pairAt(frontMatter?.root, ["draft"]) !== undefined;
  if (hasDraft || value.toLowerCase() === "true") return hasDraft ? { choices: [drop] } : { fix: drop };
  const newText = "draft: true";
  return { fix: { messageId: "draft", edits: () => [narrowed(text, { start: pair.start, end: pair.end, newText })] } };
}
