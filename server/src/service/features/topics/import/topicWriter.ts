import { columnOf, insertItems, insertPair, replaceValue } from "../../../document/edits.ts";
import { foldAt } from "../../../document/foldAt.ts";
import { writeEntry, writeScalar } from "../../../document/houseStyle.ts";
import { indentOf, lineAt, lineBreakOf, linesOf } from "../../../document/lines.ts";
import { type Mapping, nodeAt, type Pair, pairAt } from "../../../document/node.ts";
import type { TextEdit } from "../../../document/span.ts";
import type { ListedTopic } from "../../../rules/vocabularyTopics.ts";
import type { TopicValues } from "./comparison.ts";

/** Writes topics as the other topics of a vocabulary's file are written. */
export interface TopicWriter {
  readonly eol: string;
  /** The lines of a topic as an item whose dash stands at a column. */
  item(label: string, values: TopicValues, column: number): string;
  /** The edits that give keys of a topic their values; alternative labels are put to those that are there. */
  values(node: Mapping, values: TopicValues): readonly TextEdit[];
}

/** The order of keys where the file shows no other. */
const USUAL_ORDER: readonly string[] = ["label", "altLabels", "definition", "broader", "deprecated", "replacedBy"];

/** @param topics all that the file lists */
export function createTopicWriter(text: string, topics: readonly ListedTopic[]): TopicWriter {
  const { order, list } = styleOf(topics);
  const eol = lineBreakOf(text);
  const fold = foldAt(text);
  const entry = (key: string, value: TopicValue, column: number): string => {
    const margin = " ".repeat(column);
    if (isList(value))
      return list === "block" ? writeEntry(key, value, column, eol) : `${margin}${key}: [${bracketed(value)}]${eol}`;
    const place = { column: column + key.length + 2, indent: column + 2, eol, foldAt: fold };
    return `${margin}${key}: ${writeScalar(value, place)}${eol}`;
  };
  const entries = (values: TopicValues): readonly (readonly [string, TopicValue])[] =>
    Object.entries(values as { readonly [key: string]: TopicValue }).toSorted(
      ([a], [b]) => order.indexOf(a) - order.indexOf(b),
    );
  return {
    eol,
    item(label, values, column) {
      const lines = entries({ label, ...values } as TopicValues).map(([key, value]) => entry(key, value, column + 2));
      return `${" ".repeat(column)}- ${lines.join("").slice(column + 2)}`;
    },
    values: (node, values) => entries(values).flatMap(([key, value]) => valueEdits(node, key, value)),
  };

  function valueEdits(node: Mapping, key: string, value: TopicValue): readonly TextEdit[] {
    const pair = pairAt(node, [key]);
    if (pair?.value.kind === "sequence" && isList(value))
      return insertItems(text, pair.value, pair.value.items.length, value);
    if (pair !== undefined) return [replaceValue(text, pair, value)];
    if (node.style === "flow") return [insertPair(text, node, key, value)];
    const above = pairAbove(node, key);
    const column = columnOf(text, above?.key.start ?? node.start);
    const at = lineAt(text, above?.end ?? node.end).next;
    const lines = entry(key, value, column);
    // The file may end without a line break.
    const isLineStart = at === 0 || /[\r\n]/.test(text[at - 1] ?? "");
    return [{ start: at, end: at, newText: isLineStart ? lines : `${eol}${lines.slice(0, -eol.length)}` }];
  }

  /** The key of a topic below which a new one goes: the last that comes before it in the order of the file. */
  function pairAbove(node: Mapping, key: string): Pair | undefined {
    const before = order.slice(0, order.indexOf(key));
    return node.pairs.findLast((pair) => before.includes(pair.key.text)) ?? node.pairs.at(-1);
  }
}

type TopicValue = string | boolean | readonly string[];

/** Where the lines of an item of a list end: with the comments below it that are indented more than its dash. */
export function behindItem(text: string, end: number, dash: number): number {
  let at = lineAt(text, end).next;
  for (const line of linesOf(text, at)) {
    if (!/^[ \t]*#/.test(line.text) || indentOf(line.text) <= dash) break;
    at = line.next;
  }
  return at;
}

/** How the topics of a file are written: in which order their keys, and whether their lists have brackets. */
function styleOf(topics: readonly ListedTopic[]): {
  readonly order: readonly string[];
  readonly list: "block" | "flow";
} {
  const fullest = topics.reduce<Mapping | undefined>(
    (most, { node }) => (most !== undefined && most.pairs.length >= node.pairs.length ? most : node),
    undefined,
  );
  const own = (fullest?.pairs ?? []).map(({ key }) => key.text).filter((key) => USUAL_ORDER.includes(key));
  const isSorted = own.length > 2 && own.every((key, index) => index === 0 || (own[index - 1] ?? "") < key);
  const rest = USUAL_ORDER.filter((key) => !own.includes(key));
  const order = isSorted ? [...USUAL_ORDER].toSorted() : [...own, ...rest];
  for (const { node } of topics) {
    const found = nodeAt(node, ["altLabels"]);
    if (found?.kind === "sequence" && found.items.length > 0) return { order, list: found.style };
  }
  return { order, list: "flow" };
}

function bracketed(names: readonly string[]): string {
  return names
    .map((name) => writeScalar(name, { column: 0, indent: 0, context: "flow", foldAt: Number.POSITIVE_INFINITY }))
    .join(", ");
}

function isList(value: TopicValue): value is readonly string[] {
  return Array.isArray(value);
}
