import { compareKeys, writeEntry, writeScalar } from "../../document/houseStyle.ts";
import { lineBreakOf } from "../../document/lines.ts";
import { type Node, nodeAt, type Path } from "../../document/node.ts";
import { derivedFieldAt } from "../../model/archetype.ts";
import { type Schema, schemaAt, typesOf, valuesOf } from "../../model/schema.ts";
import type { StructuredDocument } from "../../model/structuredDocument.ts";
import { describeKey } from "../hover.ts";
import type { Cursor } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";

type KeyCursor = Cursor & { kind: "key" };

/** The keys that a mapping may still get: the required ones first, Hugo's own last. */
export function completeKeys(article: StructuredDocument, cursor: KeyCursor): readonly CompletionItem[] {
  const schema = schemaAt(article.archetype.schema, cursor.path);
  if (schema?.properties === undefined) return [];
  const present = keysBeside(article, cursor);
  return Object.entries(schema.properties)
    .filter(([key, property]) => !present.has(key.toLowerCase()) && fits(property, cursor.has))
    .map(([key, property]) =>
      toItem(article, cursor, { key, schema: property, isRequired: schema.required?.includes(key) === true }),
    );
}

/** Whether a key may hold what stands below it. */
function fits(schema: Schema, has: KeyCursor["has"]): boolean {
  if (has === "list") return typesOf(schema).includes("array");
  return has !== "mapping" || typesOf(schema).includes("object");
}

interface Candidate {
  readonly key: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

function toItem(
  article: StructuredDocument,
  cursor: KeyCursor,
  { key, schema, isRequired }: Candidate,
): CompletionItem {
  const path = [...cursor.path, key];
  const rank = isRequired ? "0" : schema["x-hugo"] === true ? (schema.deprecated ? "3" : "2") : "1";
  const snippet = cursor.has === undefined ? entrySnippet(article, path, { schema, indent: cursor.indent }) : undefined;
  const plain = cursor.has === undefined || cursor.has === "colon" ? key : `${key}:`;
  return {
    label: key,
    kind: "key",
    detail: isRequired ? "required" : schema["x-hugo"] === true ? "Hugo" : "optional",
    documentation: describeKey(article, path, schema),
    ...(schema.deprecated ? { deprecated: true } : {}),
    sortText: `${rank}${key}`,
    edit: { ...cursor.span, newText: snippet === undefined ? plain : withoutPlaceholders(snippet.text) },
    ...(snippet === undefined
      ? {}
      : { snippet: snippet.text, ...(snippet.suggestsNext ? { suggestsNext: true } : {}) }),
  };
}

interface Snippet {
  readonly text: string;
  readonly suggestsNext: boolean;
}

/** `key: value` in the right shape, filled as far as the value is known, with places to fill where it is not. */
function entrySnippet(
  article: StructuredDocument,
  path: Path,
  { schema, indent }: { schema: Schema; indent: number },
): Snippet {
  const key = String(path.at(-1));
  const eol = lineBreakOf(article.text);
  const known = derivedFieldAt(article.archetype, path)?.derive(article) ?? schema.const;
  if (known !== undefined) {
    const entry = writeEntry(key, known, indent, eol).slice(indent, -eol.length);
    return { text: escapeSnippet(entry), suggestsNext: false };
  }
  if (typesOf(schema)[0] === "object" || (typesOf(schema).includes("object") && schema.properties !== undefined))
    return mappingSnippet(article, path, { schema, indent });
  if (valuesOf(schema).length > 0) return { text: `${key}: $0`, suggestsNext: true };
  const margin = " ".repeat(indent);
  if (typesOf(schema)[0] === "array") {
    const { items = {} } = schema;
    const isOffered = items["x-vocabulary"] !== undefined || items.properties !== undefined;
    const item = isOffered ? "$0" : placeholder(items);
    return { text: `${key}:${eol}${margin}- ${item}`, suggestsNext: isOffered };
  }
  return { text: `${key}: ${placeholder(schema)}`, suggestsNext: false };
}

/** A mapping with its required keys. Its first open place is numbered on from key to key. */
function mappingSnippet(
  article: StructuredDocument,
  path: Path,
  { schema, indent }: { schema: Schema; indent: number },
): Snippet {
  const eol = lineBreakOf(article.text);
  const margin = " ".repeat(indent + 2);
  if (schema.required === undefined) return { text: `${String(path.at(-1))}:${eol}${margin}$0`, suggestsNext: true };
  let places = 0;
  const lines = schema.required.toSorted(compareKeys).map((child) => {
    const property = schema.properties?.[child] ?? {};
    const { text } = entrySnippet(article, [...path, child], { schema: property, indent: indent + 2 });
    return margin + text.replace(/\$\{1:|\$0/g, (place) => `\${${++places}${place === "$0" ? "}" : ":"}`);
  });
  return { text: [`${String(path.at(-1))}:`, ...lines].join(eol), suggestsNext: false };
}

/** A place to fill, named after what belongs there, in quotes where its like needs them. */
function placeholder(schema: Schema): string {
  const name = escapeSnippet(schema.title ?? "value");
  const [example] = schema.examples ?? [];
  if (typeof example === "number") return `\${1:${example}}`;
  const isQuoted = typeof example === "string" && isWrittenInQuotes(example);
  return isQuoted ? `'\${1:${name}}'` : `\${1:${name}}`;
}

function isWrittenInQuotes(value: string): boolean {
  return writeScalar(value, { column: 0, indent: 0, foldAt: Number.POSITIVE_INFINITY }).startsWith("'");
}

/** The keys that stand in the mapping already, in lower case, the one under the cursor not counted. */
function keysBeside({ frontMatter }: StructuredDocument, cursor: KeyCursor): ReadonlySet<string> {
  const mapping = mappingNear(frontMatter?.root, cursor.path, cursor.span.start);
  if (mapping?.kind !== "mapping") return new Set();
  return new Set(
    mapping.pairs.filter(({ key }) => key.start !== cursor.span.start).map(({ key }) => key.text.toLowerCase()),
  );
}

/** The node at a path, of lists on the way the item that an offset is in: how many come before, a cursor does not know. */
function mappingNear(root: Node | undefined, path: Path, offset: number): Node | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === "number")
      node = node?.kind === "sequence" ? node.items.findLast(({ start }) => start <= offset) : undefined;
    else node = nodeAt(node, [step]);
  }
  return node;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** The snippet as plain text: places are left empty. */
function withoutPlaceholders(snippet: string): string {
  return snippet.replace(/(?<!\\)\$(?:\d|\{\d(?::(?:[^\\}]|\\.)*)?\})/g, "").replace(/\\([\\$}])/g, "$1");
}
