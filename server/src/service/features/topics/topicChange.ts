import { rankByLikeness } from "../../model/text/likeness.ts";
import { isCurrent, splitTopic } from "../../model/vocabulary.ts";
import { type ListedTopic, scalarPair } from "../../rules/vocabularyTopics.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { SiteEdit } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import type { SiteReading, SubjectAt } from "./definition.ts";
import { renameInSite } from "./siteRenaming.ts";
import { type Target, targetAt } from "./target.ts";
import { topicDeprecated, topicMerged } from "./vocabularyEdits.ts";
import { allNamesOf, vocabularyOf } from "./vocabularyFile.ts";

/** What can be done with a topic for the sake of another. */
export type TopicChange = "merge" | "deprecate";

/** A topic, and those that may take its place, the likeliest first. */
export interface Replaceable {
  readonly topic: string;
  readonly changes: readonly TopicChange[];
  readonly replacements: readonly string[];
}

/** The topic at an offset, where another may take its place. */
export async function replaceableTopicAt(
  subject: Subject,
  offset: number,
  subjectAt: SubjectAt,
): Promise<Replaceable | undefined> {
  const target = await targetAt(subject, offset, subjectAt);
  if (target === undefined || target.kind === "scheme") return undefined;
  const topic = target.kind === "unlisted" ? target.mention.name : target.listed.topic;
  const others = currentTopics(target, subject).filter((other) => other !== topic);
  if (others.length === 0) return undefined;
  const { ranked } = rankByLikeness(topic, others, (other) => other);
  const { scheme } = splitTopic(topic);
  const near = others.filter((other) => splitTopic(other).scheme === scheme);
  return {
    topic,
    changes: target.kind === "unlisted" ? ["merge"] : ["merge", "deprecate"],
    replacements: [...new Set([...ranked, ...near, ...others])],
  };
}

/** What is to be done with a topic, and for which other. */
export interface RequestedChange {
  readonly change: TopicChange;
  /** `Scheme: Label` */
  readonly replacement: string;
}

/** Merges the topic at an offset into another, or deprecates it in favour of that. */
export async function changeTopicAt(
  subject: Subject,
  offset: number,
  { change, replacement, reading }: ChangeOptions,
): Promise<SiteEdit | Refusal | undefined> {
  const target = await targetAt(subject, offset, reading.subjectAt);
  if (target === undefined || target.kind === "scheme") return undefined;
  const own = target.kind === "unlisted" ? target.mention.name : target.listed.topic;
  if (replacement === own) return { refused: `\`${own}\` cannot take its own place.` };
  if (!currentTopics(target, subject).includes(replacement))
    return { refused: `\`${replacement}\` is no topic that articles may use.` };
  if (target.kind === "unlisted") {
    if (change === "deprecate") return { refused: `\`${own}\` is not listed in a vocabulary.` };
    return renameInSite(subject, new Map([[own, replacement]]), { reading, file: undefined, inVocabulary: () => [] });
  }
  const { file, listed } = target;
  const other = vocabularyOf(file).byTopic.get(replacement);
  if (other === undefined) return undefined;
  if (change === "deprecate")
    return renameInSite(subject, new Map(), {
      reading,
      file,
      inVocabulary: () => topicDeprecated(file, listed, replacement),
    });
  const renaming = new Map(allNamesOf(listed).map((name) => [name, replacement]));
  return renameInSite(subject, renaming, { reading, file, inVocabulary: () => topicMerged(file, listed, other) });
}

interface ChangeOptions extends RequestedChange {
  readonly reading: SiteReading;
}

/** The topics that articles may use, as the vocabulary stands in the editor; where there is none, those that they do use. */
function currentTopics({ file }: Target, { topics }: Subject): readonly string[] {
  if (file === undefined) return (topics?.terms ?? []).filter(isCurrent).map(({ topic }) => topic);
  return vocabularyOf(file)
    .topics.filter(isListedAsCurrent)
    .map(({ topic }) => topic);
}

function isListedAsCurrent({ node, replacedBy }: ListedTopic): boolean {
  return replacedBy === undefined && scalarPair(node, "deprecated")?.value.value !== true;
}
