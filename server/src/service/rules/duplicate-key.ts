import { removePair } from "../document/edits.ts";
import type { Mapping, Node, Pair } from "../document/node.ts";
import { defineRule } from "./rule.ts";

export const duplicateKey = defineRule({
  id: "duplicate-key",
  summary: "A key stands only once.",
  why: "Hugo from 0.152 on stops the build at a second key of the same name; older ones keep the last without a word.",
  severity: "error",
  messages: {
    duplicate: "The key `{key}` stands here a second time.",
    first: "It stands here first.",
    removeThis: "Remove this `{key}`",
    removeFirst: "Remove the first `{key}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\nsub: brief\nsub: brief\n---\n",
      fixed: "---\narchetype: news\nsub: brief\n---\n",
    },
  ],

  *check({ text, frontMatter }) {
    for (const { first, second } of repeated(frontMatter?.root)) {
      const data = { key: second.key.text };
      const isSame = text.slice(first.start, first.end) === text.slice(second.start, second.end);
      const removeThis = { messageId: "removeThis", data, edits: () => [removePair(text, second)] } as const;
      const removeFirst = { messageId: "removeFirst", data, edits: () => [removePair(text, first)] } as const;
      yield {
        messageId: "duplicate",
        data,
        start: second.key.start,
        end: second.key.end,
        related: [{ messageId: "first", start: first.key.start, end: first.key.end }],
        ...(isSame ? { fix: removeThis } : { choices: [removeFirst, removeThis] }),
      };
    }
  },
});

function* repeated(node: Node | undefined): Generator<{ first: Pair; second: Pair }> {
  if (node?.kind === "sequence") for (const item of node.items) yield* repeated(item);
  if (node?.kind !== "mapping") return;
  yield* repeatedIn(node);
  for (const pair of node.pairs) yield* repeated(pair.value);
}

function* repeatedIn(mapping: Mapping): Generator<{ first: Pair; second: Pair }> {
  if (mapping.style === "flow") return;
  const seen = new Map<string, Pair>();
  for (const pair of mapping.pairs) {
    const first = seen.get(pair.key.text);
    if (first === undefined) seen.set(pair.key.text, pair);
    else yield { first, second: pair };
  }
}
