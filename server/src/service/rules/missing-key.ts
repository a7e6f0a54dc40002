import { columnOf, insertPair } from "../document/edits.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import { lineAt } from "../document/lines.ts";
import { type Mapping, nodeAt, type Path, pairAt } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { placeNameOf } from "../model/expectation.ts";
import { type MissingKey, missingKeys, unknownKeys } from "../model/keys.ts";
import { knownValue } from "../model/knownValue.ts";
import { schemaAt, typesOf, valuesOf } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule, type Fix } from "./rule.ts";

type MessageId = "top" | "nested" | "add" | "addEmpty";

export const missingKey = defineRule<MessageId, StructuredDocument>({
  id: "missing-key",
  summary: "An article has every key that its archetype requires or expects.",
  why: "Templates read the required keys; where one is missing, part of the page stays empty or the build stops. What all articles have, if only empty, other programs rely on; without such a key this is a warning, or information where nobody knows its value.",
  severity: "error",
  messages: {
    top: "The key `{key}` is missing.",
    nested: "The key `{key}` is missing in {parent}.",
    add: "Add `{key}: {value}`",
    addEmpty: "Add `{key}`",
  },
  examples: [
    {
      path: "content/communities/cardiology/curated-news/a.md",
      bad: "---\narchetype: news\ntitle: Heart\n---\n",
    },
  ],

  *check(article) {
    for (const missing of missingKeys(article)) {
      const { key, path, anchor } = missing;
      const data = { key, parent: placeNameOf(path) };
      const known = knownValue(article, [...path, key]);
      const add = (value: JsonValue): Fix<MessageId> => ({
        messageId: isEmpty(value) ? "addEmpty" : "add",
        data: { key, value: String(value) },
        edits: () => addition(article, missing, value),
      });
      const starts = known === undefined ? startValues(article, [...path, key]).slice(0, MOST_OFFERED) : [known];
      yield {
        messageId: path.length === 0 ? "top" : "nested",
        data,
        start: anchor.start,
        end: anchor.end,
        ...(missing.isExpected ? { severity: known === undefined ? "information" : "warning" } : {}),
        ...(known !== undefined && missing.isSure ? { fix: add(known) } : { choices: starts.map(add) }),
      };
    }
  },
});

/** Completion offers the others. */
const MOST_OFFERED = 6;

/** What an author may start from: each allowed value, or an empty one to fill, with what is known of it. */
function startValues(article: StructuredDocument, path: Path): readonly JsonValue[] {
  const schema = schemaAt(article.archetype.schema, path) ?? {};
  const allowed = valuesOf(schema);
  if (allowed.length > 0) return allowed;
  const types = typesOf(schema);
  if (types.includes("string")) return [""];
  if (types.includes("array")) return [[]];
  if (!types.includes("object")) return [];
  const entries = (schema.required ?? []).map((key): [string, JsonValue] => {
    const child = [...path, key];
    return [key, knownValue(article, child) ?? startValues(article, child)[0] ?? null];
  });
  return [Object.fromEntries(entries)];
}

function isEmpty(value: JsonValue): boolean {
  return value === "" || typeof value === "object";
}

/** A mapping with its keys as they are meant: beside a misspelt one, too, a new key has its sorted place. */
function asMeant(article: StructuredDocument, mapping: Mapping): Mapping {
  const meant = new Map(unknownKeys(article).map((unknown) => [unknown.pair, unknown.meant]));
  const pairs = mapping.pairs.map((pair) => {
    const text = meant.get(pair);
    return text === undefined ? pair : { ...pair, key: { ...pair.key, text } };
  });
  return { ...mapping, pairs };
}

function addition(article: StructuredDocument, { path, key }: MissingKey, value: JsonValue): readonly TextEdit[] {
  const { text, frontMatter } = article;
  if (frontMatter === undefined) return [];
  const mapping = nodeAt(frontMatter.root, path);
  if (mapping?.kind === "mapping") return [insertPair(text, asMeant(article, mapping), key, value)];
  const parent = pairAt(frontMatter.root, path);
  const offset = lineAt(text, parent?.end ?? frontMatter.block.content.start).next;
  const indent = parent === undefined ? 0 : columnOf(text, parent.key.start) + 2;
  return [insertPair(text, { kind: "empty", offset, indent }, key, value)];
}
