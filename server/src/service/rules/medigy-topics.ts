import { replaceValue } from "../document/edits.ts";
import { type JsonFault, readJsonList } from "../document/jsonList.ts";
import { type Pair, pairAt } from "../document/node.ts";
import { type Article, expectedValue, isUnsure } from "../model/article.ts";
import { placeIn, placeOf } from "./place.ts";
import { defineRule, type Finding } from "./rule.ts";
import { compareTopics, type TopicsMessageId } from "./topicsText.ts";

type MessageId = JsonFault | TopicsMessageId | "notText";

export const medigyTopics = defineRule<MessageId>({
  id: "medigy-topics",
  summary:
    "The text in `openProjectCustomFields.medigyTopics` repeats the topics of `communityTopics`, in the same order.",
  why: "Otherwise OpenProject and the site list the article under different topics.",
  severity: "warning",
  messages: {
    notText: 'These topics are one text in quotes: `\'["A","B"]\'`.',
    noList: 'This should be a list in square brackets, such as `["A","B"]`.',
    unclosedList: "The square bracket that opens here is never closed.",
    unclosedText: "The quote that opens here is never closed.",
    noComma: 'A comma is missing before this, or a quote is one too many. A quote inside a topic is written `\\"`.',
    extraComma: "This comma is one too many.",
    noText: 'A topic stands in double quotes here: `"Scheme: Label"`.',
    badEscape: "This backslash means nothing. For a backslash itself, write two.",
    lineBreak: "A topic is one line of text, without line breaks or tabs.",
    textBehind: "This stands behind the bracket that ends the list.",
    wrong: "This should be `{expected}`, as in `{source}`.",
    lacks: "{expected} of `{source}` is missing here.",
    lackSeveral: "{expected} of `{source}` are missing here.",
    extra: "`{actual}` is not among the topics of `{source}`.",
    order: "These are the topics of `{source}`, but in another order.",
    others: "These are not the topics of `{source}`.",
    here: "It is listed here.",
    replace: "Replace by `{expected}`",
    insert: "Insert {expected}",
    remove: "Remove `{actual}`",
    reorder: "Put them in the order of `{source}`",
    rewrite: "Write the topics of `{source}` anew",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\nopenProjectCustomFields:\n  medigyTopics: '[\"Medigy: Telecare\"]'\n---\n",
      fixed:
        "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\nopenProjectCustomFields:\n  medigyTopics: '[\"Medigy: Telehealth\"]'\n---\n",
    },
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\nopenProjectCustomFields:\n  medigyTopics: '[\"Medigy: Telehealth]'\n---\n",
      fixed:
        "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\nopenProjectCustomFields:\n  medigyTopics: '[\"Medigy: Telehealth\"]'\n---\n",
    },
  ],

  *check(article) {
    const field = article.archetype.topicsText;
    const pair = field && pairAt(article.frontMatter?.root, field.path);
    const [source] = field?.inputs ?? [];
    if (field === undefined || pair === undefined || source === undefined || isUnsure(article, field.path)) return;
    const expected = expectedValue(article, field);
    const node = pair.value;
    // What an alias stands for is written elsewhere, and may be meant for others, too.
    if (node.kind === "alias") return;
    const rewriting = rewrite(article, pair, { source, expected });
    if (node.kind !== "scalar" || typeof node.value !== "string") {
      // Where nobody knows what belongs there, the rule about types says enough.
      if (expected !== undefined) yield { messageId: "notText", ...placeOf(pair), ...rewriting };
      return;
    }
    const list = readJsonList(node.text);
    if (list.fault !== undefined)
      yield { messageId: list.fault, ...placeIn(article.text, pair, { node, ...list }), ...rewriting };
    else if (expected !== undefined) yield* compareTopics(article, pair, { node, items: list.items, source });
  },
});

/** The topics, written as a whole, where it is known what they should be. */
function rewrite(
  { text }: Article,
  pair: Pair,
  { source, expected }: { readonly source: string; readonly expected: ReturnType<typeof expectedValue> },
): Pick<Finding<MessageId>, "data" | "fix"> {
  const data = { source };
  if (expected === undefined) return { data };
  return { data, fix: { messageId: "rewrite", edits: () => [replaceValue(text, pair, expected)] } };
}
