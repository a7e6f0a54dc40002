import { columnOf, insertItem, insertLines, insertPair, replaceValue } from "../../../document/edits.ts";
import { writeScalar } from "../../../document/houseStyle.ts";
import { lineAt } from "../../../document/lines.ts";
import { nodeAt, pairAt, type Sequence } from "../../../document/node.ts";
import type { TextEdit } from "../../../document/span.ts";
import { grouped } from "../../../model/grouped.ts";
import { type ListedScheme, type ListedTopic, listedSchemes } from "../../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../../workspace/siteFile.ts";
import type { ImportChange, TopicValues } from "./comparison.ts";
import type { Concept } from "./concept.ts";
import { inStretches } from "./inStretches.ts";
import { behindItem, createTopicWriter } from "./topicWriter.ts";

/**
 * The edits of a vocabulary's file that make changes: all else stays as it is, to the byte.
 *
 * @param topics all that it lists
 */
export async function importEdits(
  file: SiteFile,
  topics: readonly ListedTopic[],
  { changes, pause }: WantedChanges,
): Promise<readonly TextEdit[]> {
  const writer = createTopicWriter(file.text, topics);
  const edits: TextEdit[] = [];
  const added: Concept[] = [];
  await inStretches(changes, pause, (change) => {
    if (change.kind === "added") added.push(change.concept);
    else if (change.kind === "changed") edits.push(...writer.values(change.listed.node, change.values));
    else edits.push(...writer.values(change.listed.node, { deprecated: true }));
  });
  const listed = new Map(
    [...listedSchemes(file)].toReversed().map((scheme) => [scheme.label.text.toLowerCase(), scheme]),
  );
  const newSchemes: string[] = [];
  const first = firstDash(file);
  for (const [scheme, concepts] of grouped(added, (concept) => concept.scheme)) {
    const known = listed.get(scheme.toLowerCase());
    if (known === undefined) newSchemes.push(await schemeLines(scheme, concepts));
    else edits.push(...(await inScheme(known, concepts)));
  }
  return [...edits, ...schemesAdded(newSchemes)];

  async function inScheme(scheme: ListedScheme, concepts: readonly Concept[]): Promise<readonly TextEdit[]> {
    const { text } = file;
    const { list, node } = scheme;
    if (list?.style !== "block" || list.items.length === 0) {
      const items = concepts.map((concept) => ({ label: concept.label, ...valuesOf(concept) }));
      if (list !== undefined && list.items.length > 0)
        return items.map((item) => insertItem(text, list, list.items.length, item));
      const pair = pairAt(node, ["topics"]);
      return [pair === undefined ? insertPair(text, node, "topics", items) : replaceValue(text, pair, items)];
    }
    const column = columnOf(text, list.start);
    const places = placesIn(list, concepts);
    const byPlace = new Map<number, string[]>();
    await inStretches(places, pause, ({ concept, at }) => {
      const lines = byPlace.get(at) ?? [];
      byPlace.set(at, lines);
      lines.push(writer.item(concept.label, valuesOf(concept), column));
    });
    return [...byPlace].map(([at, lines]) =>
      insertLines(text, offsetBehind(list, at, column), lines.join(""), writer.eol),
    );
  }

  /** Behind the item before a place, so that a comment above the next one stays with that. */
  function offsetBehind(list: Sequence, place: number, column: number): number {
    const before = list.items[place - 1];
    const { text } = file;
    return before === undefined ? lineAt(text, list.start).start : behindItem(text, before.end, column);
  }

  async function schemeLines(scheme: string, concepts: readonly Concept[]): Promise<string> {
    const { eol } = writer;
    const margin = " ".repeat(first.scheme);
    const label = writeScalar(scheme, { column: 0, indent: 0, foldAt: Number.POSITIVE_INFINITY });
    const lines = [`${margin}- label: ${label}${eol}`, `${margin}  topics:${eol}`];
    const column = first.scheme + 2 + first.topic;
    await inStretches(concepts, pause, (concept) => {
      lines.push(writer.item(concept.label, valuesOf(concept), column));
    });
    return lines.join("");
  }

  function schemesAdded(schemes: readonly string[]): readonly TextEdit[] {
    if (schemes.length === 0) return [];
    const { text, frontMatter } = file;
    const pair = pairAt(frontMatter.root, ["schemes"]);
    const lines = schemes.join("");
    const { eol } = writer;
    if (pair === undefined) return [insertLines(text, text.length, `schemes:${eol}${lines}`, eol)];
    const { value } = pair;
    if (value.kind === "sequence" && value.style === "block" && value.items.length > 0)
      return [insertLines(text, behindItem(text, value.end, first.scheme), lines, eol)];
    if (value.kind === "sequence" && value.items.length > 0)
      return [...grouped(added, ({ scheme }) => scheme)].map(([label, concepts]) =>
        insertItem(text, value, value.items.length, {
          label,
          topics: concepts.map((concept) => ({ label: concept.label, ...valuesOf(concept) })),
        }),
      );
    // `schemes:` without any: the list goes below it, whatever empty value stands there.
    const { end, next } = lineAt(text, pair.end);
    const empty = /^:[ \t]*(?:\[\]|~|null)/.exec(text.slice(pair.key.end, end))?.[0];
    const start = pair.key.end;
    const cut = empty === undefined ? [] : [{ start, end: start + empty.length, newText: ":" }];
    return [...cut, insertLines(text, next, lines, eol)];
  }
}

interface WantedChanges {
  readonly changes: readonly ImportChange[];
  /** Lets others go first, now and then. */
  pause(): Promise<void>;
}

/** Where concepts go among the topics of a list: at their places where that is sorted, else at its end. */
function placesIn(
  list: Sequence,
  concepts: readonly Concept[],
): readonly { readonly concept: Concept; readonly at: number }[] {
  const labels = list.items.map((item) => {
    const label = nodeAt(item, ["label"]);
    return label?.kind === "scalar" ? label.text : "";
  });
  const key = labels.length > 2 ? KEYS.find((each) => isSorted(labels.map(each))) : undefined;
  if (key === undefined) return concepts.map((concept) => ({ concept, at: labels.length }));
  const keys = labels.map(key);
  const keyed = concepts.map((concept) => ({ concept, own: key(concept.label) }));
  keyed.sort((a, b) => (a.own < b.own ? -1 : a.own > b.own ? 1 : 0));
  let at = 0;
  return keyed.map(({ concept, own }) => {
    while (at < keys.length && (keys[at] ?? "") <= own) at++;
    return { concept, at };
  });
}

/** By what lists of topics are sorted: letters as they are, or whatever their case. */
const KEYS: readonly ((label: string) => string)[] = [(label) => label, (label) => label.toLowerCase()];

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") <= key);
}

/** The columns of the dashes of the first scheme, and of its first topic behind its keys. */
function firstDash(file: SiteFile): { readonly scheme: number; readonly topic: number } {
  const { text, frontMatter } = file;
  const schemes = nodeAt(frontMatter.root, ["schemes"]);
  if (schemes?.kind !== "sequence" || schemes.style !== "block" || schemes.items.length === 0)
    return { scheme: 2, topic: 2 };
  const sibling = [...listedSchemes(file)].find(({ list }) => list?.style === "block" && list.items.length > 0);
  const key = sibling && pairAt(sibling.node, ["topics"])?.key;
  const topic = key && sibling.list ? columnOf(text, sibling.list.start) - columnOf(text, key.start) : 2;
  return { scheme: columnOf(text, schemes.start), topic };
}

function valuesOf({ altLabels, broader, definition, replacedBy }: Concept): TopicValues {
  return {
    ...(altLabels.length > 0 && { altLabels }),
    ...(broader !== undefined && { broader }),
    ...(definition !== undefined && { definition }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
}
