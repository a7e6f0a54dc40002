import type { Node } from "../document/node.ts";

/**
 * The text that was meant where YAML reads `Scheme: Label` as a mapping: it has one key with one text. Without a text it is
 * half typed; with more it is a mapping.
 */
export function writtenText(node: Node): string | undefined {
  const [pair, ...others] = node.kind === "mapping" ? node.pairs : [];
  if (pair?.value.kind !== "scalar" || pair.value.text === "" || others.length > 0) return undefined;
  return `${pair.key.text}: ${pair.value.text}`;
}
