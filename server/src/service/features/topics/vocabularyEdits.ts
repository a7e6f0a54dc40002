import {
  columnOf,
  insertItem,
  insertItems,
  insertLines,
  insertPair,
  removeItem,
  removePair,
  replaceNode,
  replaceValue,
} from "../../document/edits.ts";
import { compareKeys, writeEntry, writeScalar } from "../../document/houseStyle.ts";
import { lineAt, lineBreakOf } from "../../document/lines.ts";
import { type Mapping, nodeAt, type Pair, pairAt, type Sequence } from "../../document/node.ts";
import type { TextEdit } from "../../document/span.ts";
import { splitTopic } from "../../model/vocabulary.ts";
import { alternativesOf, type ListedTopic, listedSchemes } from "../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import { mentionsIn } from "./mentions.ts";
import { writtenAs } from "./renaming.ts";
import { isSorted } from "./topicLines.ts";
import { allNamesOf, vocabularyOf } from "./vocabularyFile.ts";

// Edits of a vocabulary's file, in its own style.

/** Adds a topic to its scheme: at its place where that is sorted, else at the end. A scheme that is new comes last. */
export function topicAdded(file: SiteFile, topic: string): readonly TextEdit[] {
  const { text, frontMatter } = file;
  const { scheme, label } = splitTopic(topic);
  const known = [...listedSchemes(file)].find((listed) => listed.label.text === scheme);
  if (known?.list !== undefined) {
    const labels = known.list.items.map((item) => textAt(item, "label"));
    const place = isSorted(labels) ? labels.findIndex((other) => compareKeys(other, label) > 0) : -1;
    return [insertItem(text, known.list, place === -1 ? labels.length : place, { label })];
  }
  if (known !== undefined) return [withValue(text, known.node, "topics", [{ label }])];
  const schemes = nodeAt(frontMatter.root, ["schemes"]);
  const added = { label: scheme ?? "", topics: [{ label }] };
  if (schemes?.kind === "sequence" && schemes.style === "block" && schemes.items.length > 0)
    return [schemeAdded(file, schemes, added)];
  if (schemes?.kind === "sequence") return [insertItem(text, schemes, schemes.items.length, added)];
  const root: Mapping | { kind: "empty"; offset: number; indent: number } =
    frontMatter.root?.kind === "mapping" ? frontMatter.root : { kind: "empty", offset: text.length, indent: 0 };
  return [withValue(text, root, "schemes", [added])];
}

/** A scheme behind the others, with its topics indented as those of the first that has any. */
function schemeAdded(
  file: SiteFile,
  schemes: Sequence,
  { label, topics }: { readonly label: string; readonly topics: readonly { readonly label: string }[] },
): TextEdit {
  const { text } = file;
  const eol = lineBreakOf(text);
  const dash = " ".repeat(columnOf(text, schemes.start));
  const sibling = [...listedSchemes(file)].find(({ list }) => list?.style === "block");
  const key = sibling && pairAt(sibling.node, ["topics"])?.key;
  const further = key && sibling?.list ? columnOf(text, sibling.list.start) - columnOf(text, key.start) : 0;
  const write = (value: string) => writeScalar(value, { column: 0, indent: 0, foldAt: Number.POSITIVE_INFINITY });
  const items = topics.map((topic) => `${dash}  ${" ".repeat(further)}- label: ${write(topic.label)}${eol}`).join("");
  const lines = `${dash}- label: ${write(label)}${eol}${dash}  topics:${eol}${items}`;
  return insertLines(text, lineAt(text, schemes.end).next, lines, eol);
}

/** Says that another topic takes the place of one. */
export function topicDeprecated({ text }: SiteFile, { node }: ListedTopic, replacement: string): readonly TextEdit[] {
  return [withValue(text, node, "replacedBy", replacement)];
}

/** Makes one topic of two: its names become other names of the one that stays, and what refers to it refers to that. */
export function topicMerged(file: SiteFile, from: ListedTopic, to: ListedTopic): readonly TextEdit[] {
  const { text } = file;
  const names = new Set(allNamesOf(from));
  const edits: TextEdit[] = [];
  for (const mention of mentionsIn(file)) {
    if ((mention.kind !== "broader" && mention.kind !== "replacedBy") || !names.has(mention.name)) continue;
    if (mention.topic === from || mention.topic === undefined) continue;
    const pair = pairAt(mention.topic.node, [mention.kind]);
    if (mention.topic === to) edits.push(...(pair === undefined ? [] : [pairRemoved(text, to.node, pair)]));
    else edits.push(replaceNode(text, mention.node, writtenAs(mention, to.topic), mention.context));
  }
  return [...edits, ...alternativesAdded(file, to, from), ...topicRemoved(file, from)];
}

function alternativesAdded(file: SiteFile, to: ListedTopic, from: ListedTopic): readonly TextEdit[] {
  const { text } = file;
  const labelsOf = (listed: ListedTopic) => [listed.label, ...alternativesOf(listed).map(({ node }) => node)];
  const known = new Set(labelsOf(to).map((label) => label.text.toLowerCase()));
  const labels = labelsOf(from).map((label) => label.text);
  const added = labels.filter((label) => !known.has(label.toLowerCase()));
  if (added.length === 0) return [];
  const pair = pairAt(to.node, ["altLabels"]);
  if (pair?.value.kind === "sequence") return insertItems(text, pair.value, pair.value.items.length, added);
  if (pair !== undefined || to.node.style === "flow") return [withValue(text, to.node, "altLabels", added)];
  return [alternativesBelowLabel(file, to, added)];
}

/** Other names stand below the label, as they stand elsewhere in the file: in brackets or as lines. */
function alternativesBelowLabel(file: SiteFile, { node }: ListedTopic, labels: readonly string[]): TextEdit {
  const { text } = file;
  const eol = lineBreakOf(text);
  const label = pairAt(node, ["label"]);
  const column = columnOf(text, label?.key.start ?? node.start);
  const list = vocabularyOf(file)
    .topics.map((listed) => nodeAt(listed.node, ["altLabels"]))
    .find((found) => found?.kind === "sequence");
  const bracketed = labels
    .map((name) => writeScalar(name, { column: 0, indent: 0, context: "flow", foldAt: Number.POSITIVE_INFINITY }))
    .join(", ");
  const entry =
    list?.style === "flow"
      ? `${" ".repeat(column)}altLabels: [${bracketed}]${eol}`
      : writeEntry("altLabels", labels, column, eol);
  return insertLines(text, lineAt(text, label?.end ?? node.end).next, entry, eol);
}

/** Takes a topic out of its scheme; with the last one goes the scheme. */
function topicRemoved({ text, frontMatter }: SiteFile, { scheme, index }: ListedTopic): readonly TextEdit[] {
  const { list, node } = scheme;
  const schemes = nodeAt(frontMatter.root, ["schemes"]);
  if (list === undefined || schemes?.kind !== "sequence") return [];
  const removal =
    list.items.length === 1 ? removeItem(text, schemes, schemes.items.indexOf(node)) : removeItem(text, list, index);
  return removal === undefined ? [] : [removal];
}

function pairRemoved(text: string, { style, pairs }: Mapping, pair: Pair): TextEdit {
  if (style === "block") return removePair(text, pair);
  const index = pairs.indexOf(pair);
  const [before, next] = [pairs[index - 1], pairs[index + 1]];
  if (next !== undefined) return { start: pair.start, end: next.start, newText: "" };
  return { start: before?.end ?? pair.start, end: pair.end, newText: "" };
}

/** Gives a key of a mapping a value, whether it stands there or not. */
function withValue(
  text: string,
  mapping: Parameters<typeof insertPair>[1],
  key: string,
  value: Parameters<typeof insertPair>[3],
): TextEdit {
  const pair = mapping.kind === "mapping" ? pairAt(mapping, [key]) : undefined;
  return pair === undefined ? insertPair(text, mapping, key, value) : replaceValue(text, pair, value);
}

function textAt(node: Sequence["items"][number], key: string): string {
  const found = nodeAt(node, [key]);
  return found?.kind === "scalar" ? found.text : "";
}
