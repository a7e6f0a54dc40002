import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type YAMLParseError,
  type Alias as YamlAlias,
  type Node as YamlNode,
  type Scalar as YamlScalar,
} from "yaml";
import { tooDeepAt } from "./depth.ts";
import type { Alias, Mapping, Node, Pair, Scalar, ScalarStyle, Sequence } from "./node.ts";
import { resolvePlainScalar, type YamlReader } from "./plainScalar.ts";

const STRING_TAG = "tag:yaml.org,2002:str";

/** Tags that make a number, a boolean or nothing of a quoted text, too. */
const RESOLVED_TAG = /^tag:yaml\.org,2002:(?:int|float|bool|null)$/;

/** What the `yaml` package makes of a text: our nodes, and its errors with offsets from the start of the document. */
export interface YamlResult {
  readonly root: Node | undefined;
  readonly errors: readonly YamlError[];
}

/** What reading a stretch takes from the stretches before. */
export interface YamlContext {
  /** Whose reading of values counts. */
  readonly reader: YamlReader;
  /** The nodes that `&name` has marked so far; those of a stretch are added. */
  readonly anchors: Map<string, Node>;
}

export interface YamlError {
  readonly code: YAMLParseError["code"] | "TOO_DEEP";
  readonly offset: number;
}

/** A colon that recovery wants read as text. It has the length of a colon, so that no offset moves. */
export const TEXT_COLON = "\uFDD0";

/** What stands for nothing, where recovery makes a text shorter and offsets must not move. */
export const FILLER = "\uFDD1";

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** V8's name for how much of the stack an error keeps. Other engines do not mind it. */
const ERRORS: ErrorConstructor & { stackTraceLimit?: number | undefined } = Error;

/**
 * Reads a stretch of YAML. Text is read by the `yaml` package; values are read as Hugo reads them (`plainScalar.ts`),
 * so the package resolves no types and refuses no equal keys (Hugo before 0.152 takes them; a rule reports them).
 *
 * @param source the text of the stretch
 * @param base the offset of its first character in the document
 */
export function readYamlNodes(source: string, base: number, context: YamlContext): YamlResult {
  const deep = tooDeepAt(source);
  if (deep !== undefined) return { root: undefined, errors: [{ code: "TOO_DEEP", offset: base + deep }] };
  const { stackTraceLimit } = ERRORS;
  // The package makes an `Error` of each fault. Their stacks, which nobody reads, cost more than all the reading.
  ERRORS.stackTraceLimit = 0;
  try {
    // The package does not know the bare CR that ends a line for Hugo; no offset moves.
    const document = parseDocument(source.replace(/\r(?!\n)/g, "\n"), {
      schema: "failsafe",
      uniqueKeys: false,
      prettyErrors: false,
      resolveKnownTags: false,
      logLevel: "silent",
    });
    const builder = new NodeBuilder(source, base, context);
    const root = document.contents === null ? undefined : builder.node(document.contents as YamlNode);
    const errors = document.errors.map(({ code, pos }): YamlError => ({ code, offset: base + pos[0] }));
    return { root, errors: [...errors, ...builder.unclosed] };
  } finally {
    ERRORS.stackTraceLimit = stackTraceLimit;
  }
}

export function newContext(reader: YamlReader): YamlContext {
  return { reader, anchors: new Map() };
}

/** Turns the nodes of the `yaml` package into ours; lives for one document. */
class NodeBuilder {
  readonly #source: string;
  readonly #base: number;
  readonly #reader: YamlReader;
  readonly #anchors: Map<string, Node>;
  /** Quotes that the package takes for closed, because the text ends with an escaped quote. */
  readonly unclosed: YamlError[] = [];
  /** How many brackets are open around the node that is built. */
  #brackets = 0;
  /** Aliases whose anchor has not come yet: it may stand on a collection that they are in. */
  readonly #unlinked: { name: string; target: Node | undefined }[] = [];

  constructor(source: string, base: number, { reader, anchors }: YamlContext) {
    this.#source = source;
    this.#base = base;
    this.#reader = reader;
    this.#anchors = anchors;
  }

  node(yaml: YamlNode): Node {
    const unlinkedBefore = this.#unlinked.length;
    const node = this.#build(yaml);
    if (!isAlias(yaml) && yaml.anchor !== undefined) {
      this.#anchors.set(yaml.anchor, node);
      for (const alias of this.#unlinked.slice(unlinkedBefore)) if (alias.name === yaml.anchor) alias.target = node;
    }
    return node;
  }

  #build(yaml: YamlNode): Node {
    const [start = 0, end = start] = yaml.range ?? [];
    const span = { start: this.#base + start, end: this.#base + end };
    if (isAlias(yaml)) return this.#alias(yaml, span);
    if (isScalar(yaml)) return this.#scalar(yaml, span);
    if (isMap(yaml)) {
      const style: Mapping["style"] = yaml.flow ? "flow" : "block";
      if (yaml.flow) this.#brackets++;
      const pairs = yaml.items.map((item) => {
        const pair = this.#pair(item.key as YamlNode | null, item.value as YamlNode | null, span.start);
        return { ...pair, style };
      });
      if (yaml.flow) this.#brackets--;
      return {
        kind: "mapping",
        style,
        pairs,
        ...trimmed(span, pairs, yaml.flow),
      } satisfies Mapping;
    }
    if (isSeq(yaml)) {
      const isInFlow = this.#brackets > 0;
      if (yaml.flow) this.#brackets++;
      const items = yaml.items.map((item) => this.node(item as YamlNode));
      if (yaml.flow) this.#brackets--;
      return {
        kind: "sequence",
        style: yaml.flow ? "flow" : "block",
        isInFlow,
        items,
        ...trimmed(span, items, yaml.flow),
      } satisfies Sequence;
    }
    return emptyScalar(span.start);
  }

  #pair(yamlKey: YamlNode | null, yamlValue: YamlNode | null, fallback: number): Omit<Pair, "style"> {
    const key = yamlKey === null ? emptyScalar(fallback) : this.#key(yamlKey);
    const value = yamlValue === null ? emptyScalar(this.#behindColon(key.end)) : this.node(yamlValue);
    const isEmpty = value.kind === "scalar" && value.start === value.end;
    const placed = isEmpty ? { ...value, ...at(this.#behindColon(key.end)) } : value;
    return { key, value: placed, start: key.start, end: Math.max(key.end, placed.end) };
  }

  /** A key that is a collection stands for its own text, as it does in Go's maps. */
  #key(yaml: YamlNode): Scalar {
    const node = this.node(yaml);
    if (node.kind === "scalar") return node;
    const text = this.#source.slice(node.start - this.#base, node.end - this.#base);
    return { kind: "scalar", style: "plain", value: text, text, start: node.start, end: node.end };
  }

  #scalar(yaml: YamlScalar, span: { start: number; end: number }): Scalar {
    const style = STYLES[yaml.type ?? ""] ?? "plain";
    if (isUnclosed(style, this.#source.slice(span.start - this.#base, span.end - this.#base)))
      this.unclosed.push({ code: "MISSING_CHAR", offset: span.start });
    const text = (yaml.source ?? "").replaceAll(TEXT_COLON, ":").replaceAll(FILLER, "");
    const isResolved = (style === "plain" && yaml.tag !== STRING_TAG) || RESOLVED_TAG.test(yaml.tag ?? "");
    const value = isResolved ? resolvePlainScalar(text, this.#reader) : text;
    return { kind: "scalar", style, value, text, start: span.start, end: this.#endOf(style, span) };
  }

  /** A block scalar ends where its last line does, unless `+` in its first line keeps the blank lines below. */
  #endOf(style: ScalarStyle, span: { start: number; end: number }): number {
    if (style !== "literal" && style !== "folded") return span.end;
    const source = this.#source.slice(span.start - this.#base, span.end - this.#base);
    const isKeeping = /^[|>][0-9]?\+/.test(source);
    return span.start + (isKeeping ? source.replace(/(?:\r\n|\n|\r)$/, "") : source.trimEnd()).length;
  }

  #alias(yaml: YamlAlias, span: { start: number; end: number }): Alias {
    const name = yaml.source;
    const alias = { kind: "alias" as const, name, target: this.#anchors.get(name), ...span };
    if (alias.target === undefined) this.#unlinked.push(alias);
    return alias;
  }

  /** The offset behind the colon that follows a key, behind the key where none does. */
  #behindColon(keyEnd: number): number {
    let at = keyEnd - this.#base;
    while (/\s/.test(this.#source[at] ?? "")) at++;
    return this.#source[at] === ":" ? this.#base + at + 1 : keyEnd;
  }
}

/** Whether the quote that ends a text in quotes is one that belongs to the text. */
function isUnclosed(style: ScalarStyle, source: string): boolean {
  if (style === "single") return source.slice(1, -1).replaceAll("''", "").includes("'");
  return style === "double" && (/\\*(?="$)/.exec(source)?.[0].length ?? 0) % 2 === 1;
}

/** A block collection ends where its last entry does; the package counts the line break after it in. */
function trimmed(
  span: { start: number; end: number },
  children: readonly { readonly start: number; readonly end: number }[],
  flow: boolean | undefined,
): { start: number; end: number } {
  return flow ? span : { start: span.start, end: children.at(-1)?.end ?? span.start };
}

function emptyScalar(offset: number): Scalar {
  return { kind: "scalar", style: "plain", value: null, text: "", ...at(offset) };
}

function at(offset: number): { start: number; end: number } {
  return { start: offset, end: offset };
}
