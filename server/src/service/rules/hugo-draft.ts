import { narrowed } from "../document/edits.ts";
import { nodeAt } from "../document/node.ts";
import { isUnsure } from "../model/article.ts";
import { toSwitch } from "../model/hugo/conversions.ts";
import { defineRule, type Fix } from "./rule.ts";

type MessageId = "text" | "published" | "write";

export const hugoDraft = defineRule<MessageId>({
  id: "hugo-draft",
  summary: "The key `draft` holds `true` or `false`, without quotes.",
  why: "Hugo takes nearly any text for `false`, so that `draft: 'yes'` publishes what was to be held back.",
  severity: "warning",
  messages: {
    text: "Hugo reads this as `{value}`. Write `true` or `false` without quotes.",
    published: "Hugo reads this as `false` and publishes the page. Write `true` or `false` without quotes.",
    write: "Write `{value}`",
  },
  examples: [
    { bad: "---\narchetype: news\ndraft: 'yes'\n---\n", fixed: "---\narchetype: news\ndraft: true\n---\n" },
    { bad: "---\narchetype: news\ndraft: maybe\n---\n" },
  ],

  *check(article) {
    const node = nodeAt(article.frontMatter?.root, ["draft"]);
    if (node?.kind !== "scalar" || typeof node.value === "boolean" || node.text === "" || isUnsure(article, ["draft"]))
      return;
    const { start, end } = node;
    const isTrue = toSwitch(node.value);
    const meant = MEANINGS.get(node.text.trim().toLowerCase());
    const write = (value: boolean): Fix<MessageId> => ({
      messageId: "write",
      data: { value: String(value) },
      edits: () => [narrowed(article.text, { start, end, newText: String(value) })],
    });
    yield {
      messageId: isTrue ? "text" : "published",
      data: { value: String(isTrue) },
      start,
      end,
      ...(meant === undefined ? { choices: [write(true), write(false)] } : { fix: write(meant) }),
    };
  },
});

const MEANINGS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "y", "on", "t", "1"].map((word) => [word, true] as const),
  ...["false", "no", "n", "off", "f", "0"].map((word) => [word, false] as const),
]);
