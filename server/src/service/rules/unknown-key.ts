import { columnOf } from "../document/edits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { linesOf } from "../document/lines.ts";
import type { Pair } from "../document/node.ts";
import type { TextEdit } from "../document/span.ts";
import { nounOf } from "../model/archetype.ts";
import { isReservedKey } from "../model/hugo/reservedKeys.ts";
import { unknownKeys } from "../model/keys.ts";
import { schemaAt } from "../model/schema.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { defineRule } from "./rule.ts";

type MessageId = "unknown" | "unnamed" | "misplaced" | "indent";

export const unknownKey = defineRule<MessageId, StructuredDocument>({
  id: "unknown-key",
  summary: "An article has only keys that its archetype or Hugo knows, each in its place.",
  why: "No template reads such a key, so the site never shows its value.",
  severity: "information",
  messages: {
    unknown: "There is no key `{key}`{where} in {kind}.",
    unnamed: "There is no {noun} `{key}`.",
    misplaced: "`{key}` belongs to `{owner}`. Indent it like the keys of `{owner}`.",
    indent: "Move it into `{owner}`",
  },
  examples: [
    { bad: "---\narchetype: news\nfavouriteColour: green\n---\n" },
    {
      bad: "---\narchetype: news\nfeaturedImage:\n  alt: A Heart\nformat: PNG\n---\n",
      fixed: "---\narchetype: news\nfeaturedImage:\n  alt: A Heart\n  format: PNG\n---\n",
    },
  ],

  *check(article) {
    for (const { pair, path, meant, owner } of unknownKeys(article)) {
      if (meant !== undefined || pair.key.text === "<<" || isReservedKey(article, pair)) continue;
      const { start, end } = pair.key;
      const where = path.length === 0 ? "" : ` in \`${path.join(".")}\``;
      const noun = schemaAt(article.archetype.schema, path)?.["x-keyNoun"];
      const key = pair.key.text;
      const data = { key, kind: nounOf(article.archetype), where, owner: owner?.key.text ?? "", noun: noun ?? "key" };
      if (owner === undefined && noun !== undefined)
        yield { messageId: "unnamed", data, start, end, severity: "warning" };
      else if (owner === undefined) yield { messageId: "unknown", data, start, end };
      else {
        const edits = () => indentInto(article, pair, owner);
        yield { messageId: "misplaced", data, start, end, fix: { messageId: "indent", edits } };
      }
    }
  },
});

/** Indents the lines of a key as deep as the keys of a mapping are, but for those that belong to it only by the mistake. */
function indentInto({ text, frontMatter }: StructuredDocument, pair: Pair, owner: Pair): readonly TextEdit[] {
  if (frontMatter === undefined) return [];
  const first = owner.value.kind === "mapping" ? owner.value.pairs[0] : undefined;
  const indent = first === undefined ? columnOf(text, owner.start) + 2 : columnOf(text, first.start);
  const newText = " ".repeat(Math.max(0, indent - columnOf(text, pair.start)));
  const [head, ...others] = linesOf(text, pair.start, pair.end);
  const own = others.filter((line) => line.text.trim() !== "" && !isBroken(frontMatter, line));
  const lines = head === undefined ? [] : [head, ...own];
  return lines.map(({ start }) => ({ start, end: start, newText }));
}
