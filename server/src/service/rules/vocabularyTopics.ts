import { isBroken } from "../document/frontMatter.ts";
import { type Node, nodeAt, type Pair, pairAt, type Scalar } from "../document/node.ts";
import type { SiteFile } from "../workspace/siteFile.ts";

/** A topic as a vocabulary's file lists it. */
export interface ListedTopic {
  /** How articles write it: `Scheme: Label`. */
  readonly topic: string;
  readonly label: Scalar;
  readonly replacedBy: (Pair & { readonly value: Scalar }) | undefined;
}

/** The topics that a vocabulary's file lists, but for what cannot be read. */
export function* listedTopics({ fileKind, frontMatter }: SiteFile): Generator<ListedTopic> {
  if (fileKind !== "topics") return;
  for (const scheme of itemsOf(nodeAt(frontMatter.root, ["schemes"]))) {
    const schemeLabel = nodeAt(scheme, ["label"]);
    if (schemeLabel?.kind !== "scalar") continue;
    for (const entry of itemsOf(nodeAt(scheme, ["topics"]))) {
      const label = nodeAt(entry, ["label"]);
      if (label?.kind !== "scalar" || label.text === "" || isBroken(frontMatter, label)) continue;
      const pair = pairAt(entry, ["replacedBy"]);
      const replacedBy = pair?.value.kind === "scalar" ? { ...pair, value: pair.value } : undefined;
      yield { topic: `${schemeLabel.text}: ${label.text}`, label, replacedBy };
    }
  }
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "sequence" ? node.items : [];
}
