import { replaceNode } from "../document/edits.ts";
import { type Pair, pairAt, type Sequence } from "../document/node.ts";
import { type Article, isUnsure } from "../model/article.ts";
import { looksAlike, textOf } from "../model/derivedField.ts";
import { placeOfItem } from "./place.ts";
import { defineRule, type Finding } from "./rule.ts";

type MessageId = "length" | "chain" | "lastLink" | "lastLabel" | "replace";

export const breadcrumbStructure = defineRule<MessageId>({
  id: "breadcrumb-structure",
  summary:
    "Breadcrumbs and their links come in pairs, each link goes on from the one before, and both end at the article.",
  why: "Templates pair breadcrumbs with links: one without its partner, or a step that leads elsewhere, sends readers astray.",
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

function listAt(article: Article, path: readonly string[]): List | undefined {
  const pair = pairAt(article.frontMatter?.root, path);
  if (pair?.value.kind !== "sequence" || isUnsure(article, path)) return undefined;
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
  // What a link may go on from. Behind a break that is the link before it or the one after: nobody knows which is wrong.
  let bases: readonly string[] = [""];
  for (const [index, item] of list.items.entries()) {
    const link = item.kind === "scalar" ? item.value : undefined;
    if (typeof link !== "string") continue;
    const isLast = index === list.items.length - 1;
    const place = placeOfItem(text, item, pair.key);
    if (isLast && link !== "#") {
      const data = { expected: "#" };
      const edits = () => [replaceNode(text, item, "#", list.style)];
      yield { messageId: "lastLink", ...place, fix: { messageId: "replace", data, edits } };
    } else if (!isLast && !bases.some((base) => link.startsWith(base))) {
      yield { messageId: "chain", data: { before: bases.at(-1) ?? "" }, ...place };
      bases = [...bases, link];
    } else {
      bases = [link];
    }
  }
}

function* wrongLastLabel(article: Article, { pair, list }: List): Generator<Finding<MessageId>> {
  const title = textOf(article, ["title"])?.trim();
  const last = list.items.at(-1);
  if (title === undefined || last?.kind !== "scalar" || looksAlike(last.value, title)) return;
  const data = { title, expected: title };
  const edits = () => [replaceNode(article.text, last, title, list.style)];
  yield {
    messageId: "lastLabel",
    data,
    ...placeOfItem(article.text, last, pair.key),
    fix: { messageId: "replace", data, edits },
  };
}
