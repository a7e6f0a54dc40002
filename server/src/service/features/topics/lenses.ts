import type { Span } from "../../document/span.ts";
import { isArticle } from "../../model/article.ts";
import { usersOf } from "../../model/topicUse.ts";
import type { ListedTopic } from "../../rules/vocabularyTopics.ts";
import type { Subject } from "../../workspace/subject.ts";
import { insideQuotes } from "./mentions.ts";
import { allNamesOf, vocabularyOf } from "./vocabularyFile.ts";

/** A topic of a vocabulary's file above which its use is shown. */
export interface TopicLens extends Span {
  readonly topic: string;
}

/** Editors keep every lens; of a longer vocabulary those topics have one that are used. */
const MOST_LENSES = 2000;

export function topicLensesIn(subject: Subject): readonly TopicLens[] {
  if (isArticle(subject) || subject.fileKind !== "topics") return [];
  const { topics } = vocabularyOf(subject);
  const shown = topics.length <= MOST_LENSES ? topics : topics.filter((listed) => usersOfListed(subject, listed) > 0);
  return shown.slice(0, MOST_LENSES).map(({ topic, label }) => ({ topic, ...insideQuotes(label) }));
}

/** How often a topic is used, in a few words; `undefined` where it is not listed any more. */
export function lensTitle(subject: Subject, topic: string): string | undefined {
  const listed = isArticle(subject) ? undefined : vocabularyOf(subject).byTopic.get(topic);
  if (listed === undefined) return undefined;
  const count = usersOfListed(subject, listed);
  return count === 0 ? "no articles" : `${count} article${count === 1 ? "" : "s"}`;
}

function usersOfListed({ index }: Subject, listed: ListedTopic): number {
  return usersOf(index, allNamesOf(listed)).length;
}
