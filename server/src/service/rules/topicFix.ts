import { replaceNode } from "../document/edits.ts";
import type { TermUse } from "../model/terms.ts";
import type { Term } from "../model/vocabulary.ts";
import type { Fix } from "./rule.ts";

/** Writes a term of the vocabulary in place of what stands there. */
export function replaceBy(text: string, use: TermUse, term: Term): Fix<"replace"> {
  const edits: Fix<"replace">["edits"] = () => [replaceNode(text, use.node, term.topic, use.list.style)];
  return { messageId: "replace", data: { topic: term.topic }, edits };
}
