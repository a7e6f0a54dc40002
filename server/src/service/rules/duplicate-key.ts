import { dataOf } from "../document/data.ts";
import { removePair } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { mayRepeat, type Node, type Pair, type Path } from "../document/node.ts";
import { isArticle } from "../model/article.ts";
import { knownValue } from "../model/knownValue.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule, type Finding, type Fix } from "./rule.ts";

type MessageId = "duplicate" | "refused" | "last" | "spelling" | "random" | "first" | "removeThis" | "removeFirst";

export const duplicateKey = defineRule<MessageId, StructuredDocument>({
  id: "duplicate-key",
  summary: "A key stands in its mapping only once.",
  why: "Of two keys with the same name only one counts, and from 0.152 on Hugo stops the build.",
  severity: "error",
  messages: {
    duplicate: "The key `{key}` stands here a second time.",
    refused: "The key `{key}` stands here a second time, and Hugo stops the build.",
    last: "The key `{key}` stands here a second time. Hugo takes this one.",
    spelling: "`{key}` and `{other}` are the same key for Hugo, which takes `{winner}`.",
    random: "`{key}` and `{other}` are the same key for Hugo, which takes now the one, now the other.",
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

  *check(article) {
    for (const repetition of repeated(article.frontMatter?.root, [])) {
      const { first, second } = repetition;
      yield {
        ...messageFor(repetition, article),
        start: second.key.start,
        end: second.key.end,
        related: [{ messageId: "first", start: first.key.start, end: first.key.end }],
        ...answers(article, repetition),
      };
    }
  },
});

interface Repetition {
  /** The path of the mapping in which the key stands. */
  readonly path: Path;
  readonly first: Pair;
  readonly second: Pair;
}

/** What Hugo does at a repetition: the reader sees equal names only, and what it leaves Hugo turns to lower case. */
function messageFor(
  { first, second }: Repetition,
  document: StructuredDocument,
): Pick<Finding<MessageId>, "messageId" | "data"> {
  const [key, other] = [second.key.text, first.key.text];
  if (!isArticle(document)) return { messageId: "duplicate", data: { key } };
  const isRefused = document.model.hugo.yamlReader === "goccy";
  if (key === other) return { messageId: isRefused ? "refused" : "last", data: { key } };
  const [winner, rival] = [key, other].filter((name) => name !== name.toLowerCase());
  if (winner === undefined || rival !== undefined) return { messageId: "random", data: { key, other } };
  return { messageId: "spelling", data: { key, other, winner } };
}

/** Which of the two goes: the second where both say the same, the wrong one where the right value is known. */
function answers(
  article: StructuredDocument,
  { path, first, second }: Repetition,
): Pick<Finding<MessageId>, "fix" | "choices"> {
  if (first.style === "flow" || second.style === "flow") return {};
  const { text, frontMatter } = article;
  // Lines that cannot be read go with the key above them, and may be another key once they can.
  if (frontMatter === undefined || [first, second].some((pair) => isBroken(frontMatter, pair))) return {};
  const removeThis: Fix<MessageId> = { messageId: "removeThis", edits: () => [removePair(text, second)] };
  const removeFirst: Fix<MessageId> = { messageId: "removeFirst", edits: () => [removePair(text, first)] };
  const isKnown = ({ key }: Pair) => schemaAt(article.archetype.schema, [...path, key.text]) !== undefined;
  const rightlySpelled = !isKnown(first) && isKnown(second) ? second : first;
  const known = JSON.stringify(knownValue(article, [...path, rightlySpelled.key.text]));
  const [isFirstRight, isSecondRight] = [first, second].map(({ value }) => JSON.stringify(dataOf(value)) === known);
  const isSame = text.slice(first.value.start, first.value.end) === text.slice(second.value.start, second.value.end);
  if (isSame) return { fix: rightlySpelled === first ? removeThis : removeFirst };
  if (isFirstRight !== isSecondRight) return { fix: isFirstRight ? removeThis : removeFirst };
  return { choices: [removeFirst, removeThis] };
}

function repeated(node: Node | undefined, path: Path): readonly Repetition[] {
  if (node?.kind === "sequence")
    return node.items.flatMap((item, index) => (isCollection(item) ? repeated(item, [...path, index]) : []));
  if (node?.kind !== "mapping") return [];
  const found: Repetition[] = [];
  const seen = mayRepeat(node) ? new Map<string, Pair>() : undefined;
  const isInList = path.some((step) => typeof step === "number");
  for (const pair of node.pairs) {
    if (seen !== undefined) {
      // Hugo does not tell letter cases apart, but in lists.
      const name = isInList ? pair.key.text : pair.key.text.toLowerCase();
      const first = seen.get(name);
      if (first === undefined) seen.set(name, pair);
      else if (name !== "<<") found.push({ path, first, second: pair });
    }
    if (isCollection(pair.value)) found.push(...repeated(pair.value, [...path, pair.key.text]));
  }
  return found;
}

function isCollection({ kind }: Node): boolean {
  return kind === "mapping" || kind === "sequence";
}
