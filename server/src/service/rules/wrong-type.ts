import { narrowed, replaceValue } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import type { TextEdit } from "../document/span.ts";
import { expectationOf, kindOf, nameOf } from "../model/expectation.ts";
import { knownValue } from "../model/knownValue.ts";
import { typesOf } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule, type Fix } from "./rule.ts";
import { type ValueError, valueErrors } from "./valueError.ts";

type MessageId = "wrong" | "empty" | "quote" | "unquote" | "list" | "fill";

export const wrongType = defineRule<MessageId, StructuredDocument>({
  id: "wrong-type",
  summary: "A value has the type that its key asks for: text, number, `true` or `false`, list or mapping.",
  why: "A template that expects a list stops the build when it meets text.",
  severity: "error",
  messages: {
    wrong: "{name} should be {expected}, but this is {actual}.",
    empty: "{name} is empty. It should be {expected}.",
    quote: "Put it in quotes, to make it text",
    unquote: "Remove the quotes",
    list: "Make it a list",
    fill: "Fill it in",
  },
  examples: [
    { bad: "---\narchetype: news\ntitle: 2020\n---\n", fixed: "---\narchetype: news\ntitle: '2020'\n---\n" },
    { bad: "---\narchetype: news\ntags: news\n---\n", fixed: "---\narchetype: news\ntags:\n- news\n---\n" },
  ],

  *check(article) {
    for (const found of valueErrors(article)) {
      if (found.error.keyword !== "type") continue;
      const value = article.value(found.path);
      yield {
        messageId: isEmpty(value) ? "empty" : "wrong",
        data: { name: nameOf(found.path), expected: expectationOf(found.schema), actual: kindOf(value) },
        ...found.place,
        fix: (isEmpty(value) && filling(article, found)) || (value === null ? undefined : conversions(article, found)),
      };
    }
  },
});

function isEmpty(value: JsonValue | undefined): boolean {
  return value === null || value === "";
}

/** What belongs where nothing stands, where that is known. */
function filling(article: StructuredDocument, { pair, path }: ValueError): Fix<MessageId> | undefined {
  const known = knownValue(article, path);
  if (known === undefined || pair === undefined) return undefined;
  return { messageId: "fill", edits: () => [replaceValue(article.text, pair, known)] };
}

/** The same for the other items that belong to the value. */
function conversions(article: StructuredDocument, found: ValueError): Fix<MessageId> | undefined {
  const first = conversion(article, found);
  const others = found.others.map((other) => conversion(article, other));
  if (first === undefined || others.some((fix) => fix?.messageId !== first.messageId)) return undefined;
  return { ...first, edits: () => [first, ...others].flatMap((fix) => fix?.edits() ?? []) };
}

/** The same value in the right type, where it takes only quotes or a dash. */
function conversion(article: StructuredDocument, { schema, node, pair }: ValueError): Fix<MessageId> | undefined {
  if (node.kind !== "scalar") return undefined;
  const { text } = article;
  const types = typesOf(schema);
  const span = { start: node.start, end: node.end };
  const replace = (newText: string) => (): readonly TextEdit[] => [narrowed(text, { ...span, newText })];
  if (types.includes("string") && node.style === "plain")
    return { messageId: "quote", edits: replace(`'${node.text}'`) };
  const isQuoted = node.style === "single" || node.style === "double";
  const isNumber = types.includes("integer") && /^(?:0|[1-9][0-9]*)$/.test(node.text);
  const isSwitch = types.includes("boolean") && /^(?:true|false)$/.test(node.text);
  if (isQuoted && (isNumber || isSwitch)) return { messageId: "unquote", edits: replace(node.text) };
  const items: readonly JsonValue[] = node.text.trim() === "" ? [] : [node.value];
  const holdsText = schema.items !== undefined && typesOf(schema.items).includes("string");
  if (types.includes("array") && holdsText && pair !== undefined && typeof node.value === "string") {
    return { messageId: "list", edits: () => [replaceValue(text, pair, items)] };
  }
  return undefined;
}
