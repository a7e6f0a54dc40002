import { isBroken } from "../document/frontMatter.ts";
import { type Mapping, type Node, nodeAt, type Pair, pairAt, type Scalar, type Sequence } from "../document/node.ts";
import { oncePerDocument } from "../model/oncePer.ts";
import type { SiteFile } from "../workspace/siteFile.ts";

/** A scheme as a vocabulary's file lists it. */
export interface ListedScheme {
  readonly label: Scalar;
  readonly node: Mapping;
  /** Its topics, where it has a list of them. */
  readonly list: Sequence | undefined;
}

/** A topic as a vocabulary's file lists it. */
export interface ListedTopic {
  /** How articles write it: `Scheme: Label`. */
  readonly topic: string;
  readonly scheme: ListedScheme;
  /** Its place in the list of its scheme. */
  readonly index: number;
  readonly node: Mapping;
  readonly label: Scalar;
  readonly replacedBy: ScalarPair | undefined;
}

/** A key with a single value. */
export type ScalarPair = Pair & { readonly value: Scalar };

/** The schemes that a vocabulary's file lists, but for what cannot be read. */
export function* listedSchemes({ fileKind, frontMatter }: SiteFile): Generator<ListedScheme> {
  if (fileKind !== "topics") return;
  for (const node of itemsOf(nodeAt(frontMatter.root, ["schemes"]))) {
    const label = nodeAt(node, ["label"]);
    const list = nodeAt(node, ["topics"]);
    if (node.kind !== "mapping" || label?.kind !== "scalar") continue;
    yield { label, node, list: list?.kind === "sequence" ? list : undefined };
  }
}

/** The topics that a vocabulary's file lists, but for what cannot be read. */
export const listedTopics = oncePerDocument((file: SiteFile): readonly ListedTopic[] => [...topicsIn(file)]);

function* topicsIn(file: SiteFile): Generator<ListedTopic> {
  for (const scheme of listedSchemes(file)) {
    for (const [index, node] of itemsOf(scheme.list).entries()) {
      const label = nodeAt(node, ["label"]);
      if (node.kind !== "mapping" || label?.kind !== "scalar" || label.text === "") continue;
      if (isBroken(file.frontMatter, label)) continue;
      const replacedBy = scalarPair(node, "replacedBy");
      yield { topic: `${scheme.label.text}: ${label.text}`, scheme, index, node, label, replacedBy };
    }
  }
}

/** A name in the file, and the style of the list or mapping that it stands in. */
export interface ListedName {
  readonly node: Scalar;
  readonly context: "block" | "flow";
}

/** The alternative labels of a topic. */
export function alternativesOf({ node }: ListedTopic): readonly ListedName[] {
  const list = pairAt(node, ["altLabels"])?.value;
  if (list?.kind !== "sequence") return [];
  return list.items.flatMap((item) =>
    item.kind === "scalar" && item.text !== "" ? { node: item, context: list.style } : [],
  );
}

/** A key of a mapping with its value, where that is a single one. */
export function scalarPair(mapping: Mapping, key: string): ScalarPair | undefined {
  const pair = pairAt(mapping, [key]);
  return pair?.value.kind === "scalar" ? { ...pair, value: pair.value } : undefined;
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "sequence" ? node.items : [];
}
