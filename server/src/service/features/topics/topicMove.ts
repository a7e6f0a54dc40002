import { dataOf } from "../../document/data.ts";
import { columnOf, replaceNode } from "../../document/edits.ts";
import { isJsonObject, type JsonObject, type JsonValue, listIn } from "../../document/jsonValue.ts";
import { lineBreakOf } from "../../document/lines.ts";
import { nodeAt, pairAt } from "../../document/node.ts";
import { applyEdits, movedSpan, type Span, type TextEdit } from "../../document/span.ts";
import { parseLongYamlFile } from "../../document/yamlFile.ts";
import { splitTopic } from "../../model/vocabulary.ts";
import { type ListedTopic, listedSchemes } from "../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { mentionsIn, type VocabularyMention } from "./mentions.ts";
import { alternativeRemoved, type Renaming } from "./renaming.ts";
import { type ItemLines, itemLines, placeIn, shifted } from "./topicLines.ts";
import { allNamesOf, vocabularyOf } from "./vocabularyFile.ts";

/** A topic that goes to another scheme, and all of its names there. */
interface Move {
  readonly listed: ListedTopic;
  /** `Scheme: Label` */
  readonly topic: string;
  readonly renaming: Renaming;
}

/** The vocabulary as it stands, and what lets others go first, for it may be long. */
interface Before {
  readonly file: SiteFile;
  pause(): Promise<void>;
}

/**
 * Moves the lines of a topic to another scheme of the vocabulary, as they are but for what names topics, and has whatever
 * refers to it follow.
 *
 * @returns why not, where it has no lines of its own, or a comment would be lost or come to be about another topic
 */
export async function topicMoved(move: Move, { file, pause }: Before): Promise<readonly TextEdit[] | Refusal> {
  const { text } = file;
  const { listed, topic } = move;
  const { scheme = "", label } = splitTopic(topic);
  const refusal = (reason: string): Refusal => ({
    refused: `\`${listed.topic}\` cannot be moved to scheme \`${scheme}\` here: ${reason}. Move its lines in the vocabulary.`,
  });
  const target = [...listedSchemes(file)].find((other) => other.label.text === scheme);
  const lines = itemLines(text, listed.scheme.list, listed.index);
  const place = target && placeIn(text, target, label, furtherIn(text, listed));
  if (lines === undefined || place === undefined) return refusal("topics of both must stand in lines of their own");
  const removal = removalOf(file, listed, lines);
  if (isRefusal(removal)) return refusal(removal.refused);

  const names = newNames(file, move);
  const isInside = ({ start, end }: Span) => lines.start <= start && end <= lines.end;
  const inside = names.flatMap(({ edit }) => (isInside(edit) ? movedSpan(edit, -lines.start) : []));
  const outside = names.flatMap(({ edit }) => (isInside(edit) ? [] : edit));
  const own = applyEdits(text.slice(lines.start, lines.end), inside);
  const inserted = place.insert(shifted(own, place.column - lines.column, lineBreakOf(text)));
  const edits = [...outside, inserted, removal];
  const isSafe = await isAsMeant(applyEdits(text, edits), move, { file, names, pause });
  return isSafe ? edits : refusal("its lines would say something else there");
}

/** How many columns the list of a topic stands right of its key. */
function furtherIn(text: string, { scheme: { list, node } }: ListedTopic): number {
  const key = pairAt(node, ["topics"])?.key;
  return key === undefined || list === undefined ? 0 : columnOf(text, list.start) - columnOf(text, key.start);
}

/** Takes the lines of a topic away; with the last one goes the scheme. */
function removalOf({ text, frontMatter }: SiteFile, { scheme }: ListedTopic, lines: ItemLines): TextEdit | Refusal {
  const heading = { refused: "the comment above may be about other topics, too" };
  if (lines.hasHeading) return heading;
  if (scheme.list?.items.length !== 1) return { start: lines.start, end: lines.end, newText: "" };
  const schemes = nodeAt(frontMatter.root, ["schemes"]);
  const list = schemes?.kind === "sequence" ? schemes : undefined;
  const whole = itemLines(text, list, list?.items.indexOf(scheme.node) ?? -1);
  if (whole === undefined) return { refused: "schemes must stand in lines of their own" };
  const rest = text.slice(whole.start, lines.start) + text.slice(lines.end, whole.end);
  if (whole.hasHeading || /(?:^|\s)#/.test(rest)) return { refused: "a comment on its scheme would be lost" };
  return { start: whole.start, end: whole.end, newText: "" };
}

/** What a name in the vocabulary becomes; nothing where it goes. */
interface NewName {
  readonly mention: VocabularyMention;
  readonly written: string | undefined;
  readonly edit: TextEdit;
}

function newNames(file: SiteFile, { listed, topic, renaming }: Move): readonly NewName[] {
  const { text } = file;
  const own = new Set(allNamesOf(listed));
  const { byTopic } = vocabularyOf(file);
  const nameIn = ({ kind, name, node, topic: home }: VocabularyMention): string | undefined => {
    const isOwn = home === listed;
    if (kind === "label" && isOwn) return splitTopic(topic).label;
    if (kind === "altLabel" && isOwn) return renaming.get(name) === topic ? undefined : node.text;
    if (kind === "broader" && own.has(name)) return topic;
    if (kind === "replacedBy") return renaming.get(name) ?? node.text;
    // A label that stands alone is that of a topic of the same scheme, which it leaves.
    return kind === "broader" && isOwn && byTopic.has(name) ? name : node.text;
  };
  return [...mentionsIn(file)].flatMap((mention): readonly NewName[] => {
    if (mention.kind === "item" || mention.kind === "text") return [];
    const written = nameIn(mention);
    if (written === mention.node.text) return [];
    if (written === undefined) return [{ mention, written, edit: alternativeRemoved(text, mention) }];
    return [{ mention, written, edit: replaceNode(text, mention.node, written, mention.context) }];
  });
}

/** Whether the topics that a text lists are those of the vocabulary before, but for a move. Their order does not count. */
async function isAsMeant(
  text: string,
  { listed, topic }: Move,
  { file, names, pause }: Before & { readonly names: readonly NewName[] },
): Promise<boolean> {
  const after: SiteFile = { ...file, text, frontMatter: await parseLongYamlFile(text, pause), memo: new Map() };
  await pause();
  const said = new Map<string, number>();
  const [topics, moved] = [vocabularyOf(file).topics, vocabularyOf(after).topics];
  for (const [index, one] of topics.entries()) {
    if (index % MANY === 0) await pause();
    const scheme = one === listed ? splitTopic(topic).scheme : one.scheme.label.text;
    const words = wordsOf(scheme, dataAfter(one, names));
    said.set(words, (said.get(words) ?? 0) + 1);
  }
  for (const [index, one] of moved.entries()) {
    if (index % MANY === 0) await pause();
    const words = wordsOf(one.scheme.label.text, dataIn(one));
    const count = said.get(words) ?? 0;
    if (count === 0) return false;
    said.set(words, count - 1);
  }
  return moved.length === topics.length;
}

/** So many topics are compared before others go first. */
const MANY = 2000;

function dataAfter(listed: ListedTopic, names: readonly NewName[]): JsonObject {
  const data: { [key: string]: JsonValue } = { ...dataIn(listed) };
  for (const { mention, written } of names) {
    if (mention.topic !== listed) continue;
    if (written !== undefined) data[mention.kind] = written;
    else data.altLabels = listIn(data.altLabels).filter((label) => label !== mention.node.value);
  }
  return data;
}

function dataIn({ node }: ListedTopic): JsonObject {
  const data = dataOf(node);
  return isJsonObject(data) ? data : {};
}

function wordsOf(scheme: string | undefined, { altLabels, ...topic }: JsonObject): string {
  return JSON.stringify([scheme, listIn(altLabels), Object.entries(topic).toSorted()]);
}
