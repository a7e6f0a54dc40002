import { findPair, type Node, nodeAt } from "../document/node.ts";
import type { Subject } from "../workspace/subject.ts";
import type { TextPlace } from "./places.ts";
import type { WorkspaceSymbol } from "./workspaceSymbols.ts";

/** Where a symbol stands in its file: the title of a page, the label of a topic, the slug of a community. */
export function placeOfSymbol(
  { uri, text, frontMatter }: Subject,
  { kind, key }: Pick<WorkspaceSymbol, "kind" | "key">,
): TextPlace {
  const node = nodeOf(frontMatter?.root, kind, key);
  return { uri, text, start: node?.start ?? 0, end: node?.end ?? 0 };
}

function nodeOf(root: Node | undefined, kind: WorkspaceSymbol["kind"], key: string): Node | undefined {
  switch (kind) {
    case "article":
    case "page":
      return nodeAt(root, [key]);
    case "community":
      return textsIn(root, "slug").find(({ text }) => text === key)?.node;
    case "topic":
      for (const scheme of textsIn(nodeAt(root, ["schemes"]), "label")) {
        if (!key.startsWith(`${scheme.text}: `)) continue;
        const topics = textsIn(nodeAt(scheme.item, ["topics"]), "label");
        const found = topics.find(({ text }) => `${scheme.text}: ${text}` === key);
        if (found !== undefined) return found.node;
      }
      return undefined;
  }
}

/** What the items of a list say at a key. */
function textsIn(
  list: Node | undefined,
  key: string,
): readonly { readonly item: Node; readonly node: Node; readonly text: string }[] {
  const items = list?.kind === "sequence" ? list.items : [];
  return items.flatMap((item) => {
    const node = item.kind === "mapping" ? findPair(item, key)?.value : undefined;
    return node?.kind === "scalar" ? [{ item, node, text: node.text }] : [];
  });
}
