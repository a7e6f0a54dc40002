import { removeItem, replaceNode, replaceValue } from "../document/edits.ts";
import { type Node, type Pair, pairAt, resolve, type Sequence } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { type Article, disagreementAt, isUnsure } from "../model/article.ts";
import { isRefused } from "../model/hugo/refusals.ts";
import { schemaAt } from "../model/schema.ts";
import { placeOfItem } from "./place.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";

type MessageId = "split" | "ignored" | "fileName" | "empty" | "list" | "join" | "cut" | "remove";

export const hugoAliases = defineRule<MessageId>({
  id: "hugo-aliases",
  summary: "An alias is one path that a browser can ask for.",
  why: "Hugo puts a page at each alias that leads to the article; with a wrong one the old link stays dead.",
  severity: "warning",
  messages: {
    split: "Hugo takes this for {count} aliases, since each space in a text starts another one.",
    ignored: "Hugo takes no aliases from a mapping. Write a list of paths.",
    fileName: "`{part}` becomes part of a file's name, which no browser asks for.",
    empty: "Hugo ignores an empty alias.",
    list: "Make it a list of {count}",
    join: "Make it one alias, `{alias}`",
    cut: "Remove `{part}`",
    remove: "Remove it",
  },
  examples: [
    {
      bad: "---\naliases: /news/heart beat\narchetype: news\n---\n",
    },
    {
      bad: "---\naliases:\n- /news/heart?page=2\narchetype: news\n---\n",
    },
  ],

  *check(article) {
    const pair = pairAt(article.frontMatter?.root, ["aliases"]);
    const value = resolve(pair?.value);
    if (pair === undefined || value === undefined) return;
    for (const finding of findings(article, pair, value)) if (!isSaid(article)) yield finding;
  },
});

function* findings(article: Article, pair: Pair, value: Node): Generator<Finding<MessageId>> {
  switch (value.kind) {
    case "scalar":
      if (typeof value.value === "string") yield* inText(article, pair, value.value);
      break;
    case "sequence":
      for (const [index, node] of value.items.entries()) yield* inItem(article, pair, { list: value, index, node });
      break;
    case "mapping":
      if (schemaAt(article.archetype.schema, ["aliases"])?.type === undefined)
        yield { messageId: "ignored", start: pair.key.start, end: pair.key.end };
      break;
    case "alias":
      break;
  }
}

/** What should stand there is said by the rule for derived values, what stops the build by that for refused ones. */
function isSaid(article: Article): boolean {
  if (isUnsure(article, ["aliases"]) || isRefused(article, ["aliases"])) return true;
  return disagreementAt(article, ["aliases"]) !== undefined;
}

/** Several paths in one text may well be meant; a part that starts no path is not. */
function* inText({ text }: Article, pair: Pair, value: string): Generator<Finding<MessageId>> {
  const { start, end } = pair.value;
  const aliases = value.split(/\s+/).filter((alias) => alias !== "");
  if (aliases.length > 1 && aliases.some((alias) => !alias.startsWith("/"))) {
    const data = { count: String(aliases.length), alias: aliases.join("-") };
    const join = { messageId: "join", data, edits: () => [replaceValue(text, pair, data.alias)] } as const;
    const list = { messageId: "list", data, edits: () => [replaceValue(text, pair, aliases)] } as const;
    yield { messageId: "split", data, start, end, choices: [join, list] };
    return;
  }
  const edits = (newValue: string) => () => [replaceValue(text, pair, newValue)];
  const finding = aliases.length === 1 ? fileNameFinding(value, edits) : undefined;
  if (finding !== undefined) yield { ...finding, start, end };
}

function* inItem(
  { text }: Article,
  { key }: Pair,
  { list, index, node }: { readonly list: Sequence; readonly index: number; readonly node: Node },
): Generator<Finding<MessageId>> {
  if (node.kind !== "scalar" || typeof node.value !== "string") return;
  const place = placeOfItem(text, node, key);
  const removal = node.value.trim() === "" ? removeItem(text, list, index) : undefined;
  if (removal !== undefined) {
    yield { messageId: "empty", ...place, choices: [{ messageId: "remove", edits: () => [removal] }] };
    return;
  }
  const finding = fileNameFinding(node.value, (alias) => () => [replaceNode(text, node, alias, list.style)]);
  if (finding !== undefined) yield { ...finding, ...place };
}

/** A server looks for the path only: what follows `?` is a question to it, and what follows `#` stays in the browser. */
function fileNameFinding(
  alias: string,
  edits: (newValue: string) => () => readonly TextEdit[],
): Pick<Finding<MessageId>, "messageId" | "data" | "choices"> | undefined {
  const at = alias.search(/[?#]/);
  if (at === -1) return undefined;
  const data = { part: alias.slice(at) };
  const cut: Fix<MessageId> = { messageId: "cut", data, edits: edits(alias.slice(0, at)) };
  return { messageId: "fileName", data, choices: at > 1 ? [cut] : [] };
}
