import { replaceNode } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { type Pair, pairAt, type Sequence } from "../document/node.ts";
import type { Article } from "../model/article.ts";
import { placeOfItem } from "./place.ts";
import { defineRule, type Finding } from "./rule.ts";

type MessageId = "length" | "chain" | "lastLink" | "lastLabel" | "replace";

export const breadcrumbStructure = defineRule<MessageId>({
  id: "breadcrumb-structure",
  summary:
    "Breadcrumbs and their links come in pairs, each link goes on from the one before, and both end at the article.",
  why: "Where the community of an article is not known, this much can still be told; a breadcrumb without a link stops templates.",
  severity: "warning",
  messages: {
    length: "There are {labels} breadcrumbs for {links} links.",
    chain: "This link should go on from `{before}`.",
    lastLink: "The last link is the article itself: `#`.",
    lastLabel: "The last breadcrumb should be the title, `{title}`.",
    replace: "Replace by `{expected}`",
  },
  examples: [
    {
      path: "drafts/a.md",
      bad: "---\narchetype: news\nbreadcrumbLinks:\n- /\n- '#'\nbreadcrumbs:\n- Home\n---\n",
    },
    {
      path: "drafts/a.md",
      bad: "---\narchetype: news\nbreadcrumbLinks:\n- /\n- /news\n---\n",
      fixed: "---\narchetype: news\nbreadcrumbLinks:\n- /\n- '#'\n---\n",
    },
  ],

  *check(article) {
    const fields = article.archetype.breadcrumbs;
    if (fields === undefined) return;
    const labels = listAt(article, fields.labels.path);
    const links = listAt(article, fields.links.path);
    const [knowsLabels, knowsLinks] = [fields.labels.derive(article), fields.links.derive(article)];
    if (labels !== undefined && links !== undefined && (knowsLabels === undefined || knowsLinks === undefined)) {
      yield* differentLength(labels, links);
    }
    if (links !== undefined && knowsLinks === undefined) yield* brokenChain(article, links);
    if (labels !== undefined && knowsLabels === undefined) yield* wrongLastLabel(article, labels);
  },
});

interface List {
  readonly pair: Pair;
  readonly list: Sequence;
}

function listAt({ frontMatter }: Article, path: readonly string[]): List | undefined {
  const pair = pairAt(frontMatter?.root, path);
  if (frontMatter === undefined || pair?.value.kind !== "sequence" || isBroken(frontMatter, pair)) return undefined;
  return { pair, list: pair.value };
}

function* differentLength(labels: List, links: List): Generator<Finding<MessageId>> {
  const [labelCount, linkCount] = [labels.list.items.length, links.list.items.length];
  if (labelCount === linkCount) return;
  const { key } = labelCount < linkCount ? labels.pair : links.pair;
  yield {
    messageId: "length",
    data: { labels: `${labelCount}`, links: `${linkCount}` },
    start: key.start,
    end: key.end,
  };
}

function* brokenChain({ text }: Article, { pair, list }: List): Generator<Finding<MessageId>> {
  let before: string | undefined;
  for (const [index, item] of list.items.entries()) {
    if (item.kind !== "scalar" || typeof item.value !== "string") continue;
    const isLast = index === list.items.length - 1;
    if (isLast && item.value !== "#") {
      const data = { expected: "#" };
      const edits = () => [replaceNode(text, item, "#", list.style)];
      yield { messageId: "lastLink", ...placeOfItem(item, pair.key), fix: { messageId: "replace", data, edits } };
    } else if (!isLast && before !== undefined && !item.value.startsWith(before)) {
      yield { messageId: "chain", data: { before }, ...placeOfItem(item, pair.key) };
    }
    before = item.value;
  }
}

function* wrongLastLabel(article: Article, { pair, list }: List): Generator<Finding<MessageId>> {
  const title = article.value(["title"]);
  const last = list.items.at(-1);
  if (typeof title !== "string" || title === "" || last?.kind !== "scalar" || last.value === title) return;
  const data = { title, expected: title };
  const edits = () => [replaceNode(article.text, last, title, list.style)];
  yield { messageId: "lastLabel", data, ...placeOfItem(last, pair.key), fix: { messageId: "replace", data, edits } };
}
