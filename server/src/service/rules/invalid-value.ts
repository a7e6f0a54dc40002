import { insertItem, replaceNode, replaceValue } from "../document/edits.ts";
import type { TextEdit } from "../document/span.ts";
import { expectationOfError, nameOf } from "../model/expectation.ts";
import { knownValue } from "../model/knownValue.ts";
import { valuesOf } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { rankByLikeness } from "../model/text/likeness.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";
import { type ValueError, valueErrors } from "./valueError.ts";

type MessageId = "invalid" | "replace" | "add";

export const invalidValue = defineRule<MessageId, StructuredDocument>({
  id: "invalid-value",
  summary: "A value is one that its key allows.",
  why: "Lists, searches and templates know only the values that the archetype allows.",
  severity: "warning",
  messages: {
    invalid: "{name} should be {expected}.",
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
      yield {
        messageId: "invalid",
        data: { name: nameOf(found.path), expected },
        ...found.place,
        ...(found.error.keyword === "contains" ? additions(article, found) : replacements(article, found)),
      };
    }
  },
});

/** Completion offers the others. */
const MOST_OFFERED = 6;

type Answers = Partial<Pick<Finding<MessageId>, "start" | "end" | "fix" | "choices">>;

/** The allowed values, the likeliest first. One is right where it is the only one, or where the author only slipped. */
function replacements(article: StructuredDocument, { error, schema, path, node, pair }: ValueError): Answers {
  const known = error.keyword === "minItems" ? knownValue(article, path) : undefined;
  if (Array.isArray(known) && known.length > 0 && pair !== undefined) {
    const data = { value: `[${known.join(", ")}]` };
    return { fix: { messageId: "replace", data, edits: () => [replaceValue(article.text, pair, known)] } };
  }
  const allowed = valuesOf(schema).filter((value) => typeof value !== "object");
  const { ranked, certain } = rankByLikeness(node.kind === "scalar" ? node.text : "", allowed, String);
  // Where it is clear what was meant, the values unlike it only make the menu long.
  const offered = certain === undefined ? [...new Set([...ranked, ...allowed])].slice(0, MOST_OFFERED) : ranked;
  const [first, ...others] = offered.map(
    (value): Fix<MessageId> => ({
      messageId: "replace",
      data: { value: String(value) },
      edits: () => [
        pair === undefined ? replaceNode(article.text, node, value, "block") : replaceValue(article.text, pair, value),
      ],
    }),
  );
  if (first === undefined) return {};
  return certain !== undefined || allowed.length === 1
    ? { fix: first, choices: others }
    : { choices: [first, ...others] };
}

/** The value that a list lacks: in place of the item that was meant to be it, or beside the others. */
function additions({ text }: StructuredDocument, { schema, node }: ValueError): Answers {
  const value = schema.contains?.const;
  if (typeof value !== "string" || node.kind !== "sequence") return {};
  const add: Fix<MessageId> = {
    messageId: "add",
    data: { value },
    edits: () => [insertItem(text, node, node.items.length, value)],
  };
  const { ranked, certain } = rankByLikeness(value, node.items, (item) => (item.kind === "scalar" ? item.text : ""));
  const [nearest] = ranked;
  if (nearest === undefined) return { fix: add };
  const edits = (): readonly TextEdit[] => [replaceNode(text, nearest, value, node.style)];
  const replace: Fix<MessageId> = { messageId: "replace", data: { value }, edits };
  const { start, end } = nearest;
  return { start, end, ...(certain === undefined ? { choices: [replace, add] } : { fix: replace, choices: [add] }) };
}
