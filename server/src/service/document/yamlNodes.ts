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
import type { Alias, Mapping, Node, Pair, Scalar, ScalarStyle, Sequence } from "./node.ts";
import { resolvePlainScalar } from "./plainScalar.ts";

const STRING_TAG = "tag:yaml.org,2002:str";

/** What the `yaml` package makes of a text: our nodes, and its errors with offsets from the start of the document. */
export interface YamlResult {
  readonly root: Node | undefined;
  readonly errors: readonly YamlError[];
}

export interface YamlError {
  readonly code: YAMLParseError["code"] | "TOO_DEEP";
  readonly offset: number;
}

/** A colon that recovery wants read as text. It has the length of a colon, so that no offset moves. */
export const TEXT_COLON = "\uE000";

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/**
 * Reads a stretch of YAML. Text is read by the `yaml` package; values are read as Hugo reads them (`plainScalar.ts`),
 * so the package resolves no types and refuses no equal keys (Hugo before 0.152 takes them; a rule reports them).
 *
 * @param source the text of the stretch
 * @param base the offset of its first character in the document
 * @param anchors the nodes that `&name` has marked so far; those of this stretch are added
 */
export function readYamlNodes(source: string, base: number, anchors: Map<string, Node>): YamlResult {
  try {
    const document = parseDocument(source, {
      schema: "failsafe",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    const builder = new NodeBuilder(source, base, anchors);
    const root = document.contents === null ? undefined : builder.node(document.contents as YamlNode);
    builder.linkAliases();
    return { root, errors: document.errors.map((error) => ({ code: error.code, offset: base + error.pos[0] })) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: undefined, errors: [{ code: "TOO_DEEP", offset: base }] };
  }
}

/** Turns the nodes of the `yaml` package into ours; lives for one document. */
class NodeBuilder {
  readonly #source: string;
  readonly #base: number;
  readonly #anchors: Map<string, Node>;
  readonly #aliases: { alias: { target: Node | undefined }; name: string }[] = [];

  constructor(source: string, base: number, anchors: Map<string, Node>) {
    this.#source = source;
    this.#base = base;
    this.#anchors = anchors;
  }

  node(yaml: YamlNode): Node {
    const node = this.#build(yaml);
    if (!isAlias(yaml) && yaml.anchor !== undefined) this.#anchors.set(yaml.anchor, node);
    return node;
  }

  linkAliases(): void {
    for (const { alias, name } of this.#aliases) alias.target = this.#anchors.get(name);
  }

  #build(yaml: YamlNode): Node {
    const [start = 0, end = start] = yaml.range ?? [];
    const span = { start: this.#base + start, end: this.#base + end };
    if (isAlias(yaml)) return this.#alias(yaml, span);
    if (isScalar(yaml)) return this.#scalar(yaml, span);
    if (isMap(yaml)) {
      const pairs = yaml.items.map((item) =>
        this.#pair(item.key as YamlNode | null, item.value as YamlNode | null, span.start),
      );
      return {
        kind: "mapping",
        style: yaml.flow ? "flow" : "block",
        pairs,
        ...trimmed(span, pairs, yaml.flow),
      } satisfies Mapping;
    }
    if (isSeq(yaml)) {
      const items = yaml.items.map((item) => this.node(item as YamlNode));
      return {
        kind: "sequence",
        style: yaml.flow ? "flow" : "block",
        items,
        ...trimmed(span, items, yaml.flow),
      } satisfies Sequence;
    }
    return emptyScalar(span.start);
  }

  #pair(yamlKey: YamlNode | null, yamlValue: YamlNode | null, fallback: number): Pair {
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
    const text = String(yaml.value ?? "").replaceAll(TEXT_COLON, ":");
    const value = style === "plain" && yaml.tag !== STRING_TAG ? resolvePlainScalar(text) : text;
    // A block scalar ends where its last line does, without the line break that follows it.
    const end = style === "literal" || style === "folded" ? span.start + this.#trimEnd(span) : span.end;
    return { kind: "scalar", style, value, text, start: span.start, end };
  }

  #trimEnd(span: { start: number; end: number }): number {
    return this.#source.slice(span.start - this.#base, span.end - this.#base).trimEnd().length;
  }

  #alias(yaml: YamlAlias, span: { start: number; end: number }): Alias {
    const alias = { kind: "alias" as const, name: yaml.source, target: undefined as Node | undefined, ...span };
    this.#aliases.push({ alias, name: yaml.source });
    return alias;
  }

  /** The offset behind the colon that follows a key. */
  #behindColon(keyEnd: number): number {
    const colon = this.#source.indexOf(":", keyEnd - this.#base);
    return colon === -1 ? keyEnd : this.#base + colon + 1;
  }
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
