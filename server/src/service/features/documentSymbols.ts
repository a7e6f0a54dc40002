import { isBroken, type YamlContent } from "../document/frontMatter.ts";
import { findPair, type Node, type Scalar } from "../document/node.ts";
import { type Span, trimmedEnd } from "../document/span.ts";
import { isArticle } from "../model/article.ts";
import { shortened } from "../model/text/shortened.ts";
import type { Subject } from "../workspace/subject.ts";

/** What an outline shows of a document: its keys and items, or its communities and topics. */
export interface DocumentSymbol extends Span {
  readonly name: string;
  /** The value in short. */
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** What is selected when it is gone to: the key or the label. It lies in the whole. */
  readonly selection: Span;
  readonly isDeprecated?: true;
  readonly children: readonly DocumentSymbol[];
}

export type SymbolKind =
  | "array"
  | "boolean"
  | "community"
  | "null"
  | "number"
  | "object"
  | "scheme"
  | "string"
  | "topic";

/** Longer details no outline has room for. */
const LONGEST = 80;

/** An outline of more topics helps nobody, and each of them costs at every edit. */
const MOST_TOPICS = 5000;

/**
 * The symbols of an article's front matter or of one of the site's own files, in the order of the text. The headings of the
 * body are left to whoever knows Markdown: editors show both.
 */
export function documentSymbolsOf(subject: Subject): readonly DocumentSymbol[] {
  const { text, frontMatter } = subject;
  const { root } = frontMatter ?? {};
  if (frontMatter === undefined || root === undefined) return [];
  if (!isArticle(subject) && subject.fileKind === "topics") return schemesIn(text, root);
  if (!isArticle(subject) && subject.fileKind === "communities") return communitiesIn(text, root);
  return childrenOf(root, { text, frontMatter });
}

interface Source {
  readonly text: string;
  readonly frontMatter: YamlContent;
}

function childrenOf(node: Node, source: Source): readonly DocumentSymbol[] {
  if (node.kind === "sequence") {
    return node.items.map((item, index) => {
      const content = described(item, source);
      const whole = wholeOf(source.text, item, content.children);
      return { ...content, name: nameOfItem(item) || `item ${index + 1}`, ...whole, selection: whole };
    });
  }
  if (node.kind !== "mapping") return [];
  return node.pairs.map(({ key, value, start, end }) => {
    const content = described(value, source);
    const selection = { start: key.start, end: key.end };
    const whole = wholeOf(source.text, { start, end: Math.max(end, value.end) }, [...content.children, selection]);
    // An editor takes no symbol without a name.
    return { ...content, name: shortened(key.text, LONGEST) || "?", ...whole, selection };
  });
}

function described(value: Node, source: Source): Pick<DocumentSymbol, "kind" | "detail" | "children"> {
  const { kind } = value;
  if (kind === "scalar") {
    const isSure = !isBroken(source.frontMatter, value);
    return {
      kind: kindOf(value),
      ...(isSure && value.text !== "" && { detail: shortened(value.text, LONGEST) }),
      children: [],
    };
  }
  if (kind === "alias") return { kind: "object", detail: `*${value.name}`, children: [] };
  const children = childrenOf(value, source);
  return kind === "mapping" ? { kind: "object", children } : { kind: "array", detail: counted(value.items), children };
}

function kindOf({ value }: Scalar): SymbolKind {
  if (value === null) return "null";
  return typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean";
}

/** What an item says, of a mapping what its first key says. */
function nameOfItem(item: Node): string {
  if (item.kind === "mapping") {
    const first = item.pairs[0]?.value;
    return first?.kind === "scalar" ? shortened(first.text, LONGEST) : "";
  }
  return item.kind === "scalar" ? shortened(item.text, LONGEST) : "";
}

/** The schemes of a vocabulary, and in them their topics. */
function schemesIn(text: string, root: Node): readonly DocumentSymbol[] {
  let room = MOST_TOPICS;
  return itemsAt(root, "schemes").flatMap((scheme) => {
    const topics = itemsAt(scheme, "topics").slice(0, room);
    room -= topics.length;
    const children = topics.flatMap((topic) => {
      const detail = textAt(topic, "replacedBy") ?? textAt(topic, "definition");
      const isRetired = textAt(topic, "replacedBy") !== undefined || scalarAt(topic, "deprecated")?.value === true;
      const symbol = labelled(text, topic, { key: "label", kind: "topic", detail, children: [] });
      return symbol === undefined ? [] : [isRetired ? { ...symbol, isDeprecated: true as const } : symbol];
    });
    const detail = counted(itemsAt(scheme, "topics"));
    return labelled(text, scheme, { key: "label", kind: "scheme", detail, children }) ?? [];
  });
}

function communitiesIn(text: string, root: Node): readonly DocumentSymbol[] {
  const items = root.kind === "sequence" ? root.items : [];
  return items.flatMap((item) => {
    const detail = textAt(item, "slug");
    const key = textAt(item, "name") === undefined ? "slug" : "name";
    return labelled(text, item, { key, kind: "community", detail, children: [] }) ?? [];
  });
}

/** A mapping under the name that one of its keys gives it; `undefined` where it gives none. */
function labelled(
  text: string,
  node: Node,
  {
    key,
    kind,
    detail,
    children,
  }: Pick<DocumentSymbol, "kind" | "children"> & {
    readonly key: string;
    readonly detail: string | undefined;
  },
): DocumentSymbol | undefined {
  const label = scalarAt(node, key);
  if (label === undefined || label.text.trim() === "") return undefined;
  const selection = wholeOf(text, label, []);
  return {
    name: shortened(label.text, LONGEST),
    ...(detail !== undefined && { detail: shortened(detail, LONGEST) }),
    kind,
    ...wholeOf(text, node, [...children, selection]),
    selection,
    children,
  };
}

function itemsAt(node: Node, key: string): readonly Node[] {
  const list = node.kind === "mapping" ? findPair(node, key)?.value : undefined;
  return list?.kind === "sequence" ? list.items : [];
}

function scalarAt(node: Node, key: string): Scalar | undefined {
  const value = node.kind === "mapping" ? findPair(node, key)?.value : undefined;
  return value?.kind === "scalar" ? value : undefined;
}

function textAt(node: Node, key: string): string | undefined {
  const text = scalarAt(node, key)?.text ?? "";
  return text.trim() === "" ? undefined : text;
}

function counted({ length }: readonly Node[]): string {
  return length === 1 ? "1 item" : `${length} items`;
}

/** Without what is blank at its end, unless some of that belongs to a part of it, as an empty item does. */
function wholeOf(text: string, { start, end }: Span, parts: readonly Span[]): Span {
  return { start, end: parts.reduce((last, part) => Math.max(last, part.end), trimmedEnd(text, { start, end })) };
}
