import type { Node, Path, Scalar } from "../document/node.ts";
import { type Article, isUnsure } from "../model/article.ts";
import { nameOf } from "../model/expectation.ts";
import { toText } from "../model/hugo/conversions.ts";
import { type Schema, schemaAt, typesOf } from "../model/schema.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";

type MessageId = "text" | "number" | "quote" | "write";

export const hugoTurnsValue = defineRule<MessageId>({
  id: "hugo-turns-value",
  summary: "Hugo reads a value as it is written.",
  why: "Without quotes Hugo reads `no` as `false`, `1.10` as 1.1 and `0123` as 83, and the page shows that.",
  severity: "warning",
  messages: {
    text: "{name} is `{value}` for Hugo, not `{text}`. Put it in quotes.",
    number: "{name} is {value} for Hugo: a number that starts with 0 is octal.",
    quote: "Put it in quotes, to keep it as it stands",
    write: "Write `{value}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\nkeywords:\n- hearts\n- 1.10\n---\n",
      fixed: "---\narchetype: news\nkeywords:\n- hearts\n- '1.10'\n---\n",
    },
    { bad: "---\narchetype: news\nid: 0123\n---\n" },
  ],

  *check(article) {
    for (const pair of article.frontMatter?.root?.pairs ?? []) {
      if (isString(pair.value)) continue;
      for (const finding of findings(pair.value, [pair.key.text], article)) {
        if (!isUnsure(article, [pair.key.text])) yield finding;
      }
    }
  },
});

function findings(node: Node, path: Path, article: Article): readonly Finding<MessageId>[] {
  switch (node.kind) {
    case "mapping":
      return node.pairs.flatMap(({ key, value }) =>
        isString(value) ? [] : findings(value, [...path, key.text], article),
      );
    case "sequence":
      return node.items.flatMap((item, index) => (isString(item) ? [] : findings(item, [...path, index], article)));
    case "scalar":
      return [findingOf(node, path, article) ?? []].flat();
    case "alias":
      return [];
  }
}

/** What is text for Hugo, too: nearly all there is. */
function isString(node: Node): boolean {
  return node.kind === "scalar" && typeof node.value === "string";
}

function findingOf(scalar: Scalar, path: Path, { archetype }: Article): Finding<MessageId> | undefined {
  const { style, value, text, start, end } = scalar;
  if (style !== "plain" || typeof value === "string" || value === null || isSame(text, value)) return undefined;
  const schema = schemaAt(archetype.schema, path);
  const data = { name: nameOf(path), value: toText(value), text };
  const replace = (messageId: "quote" | "write", newText: string): Fix<MessageId> => ({
    messageId,
    data: { value: newText },
    edits: () => [{ start, end, newText }],
  });
  if (isText(schema, path, value)) return { messageId: "text", data, start, end, fix: replace("quote", `'${text}'`) };
  // Whoever writes `0123` for a number means 123, or knows octal numbers.
  const isNumber = schema !== undefined && typesOf(schema).some((type) => type === "integer" || type === "number");
  if (!isNumber || !/^0[0-7]+$/.test(text)) return undefined;
  const choices = [replace("write", text.replace(/^0+(?=.)/, "")), replace("write", data.value)];
  return { messageId: "number", data, start, end, choices };
}

/** Whether Hugo shows a value as it is written; a whole number may have more digits than JavaScript can hold. */
function isSame(text: string, value: number | boolean): boolean {
  return toText(value) === text || /^-?[1-9][0-9]*$/.test(text);
}

/** Whether text is meant. Where a schema takes text and nothing else, `wrong-type` says so. */
function isText(schema: Schema | undefined, path: Path, value: number | boolean): boolean {
  const types = schema === undefined ? [] : typesOf(schema);
  if (types.length > 0) return types.includes("string") && types.includes("number") && typeof value === "number";
  const [key, index, ...deeper] = path;
  const names = index === undefined ? TEXT_KEYS : LIST_KEYS;
  return deeper.length === 0 && typeof index !== "string" && names.has(String(key).toLowerCase());
}

/** What Hugo takes for text, where an archetype's schema does not say. */
const TEXT_KEYS = new Set("title linktitle description slug url layout type summary markup translationkey".split(" "));
const LIST_KEYS = new Set("aliases categories keywords tags".split(" "));
