import { splitTopic } from "../../model/vocabulary.ts";
import type { ListedTopic } from "../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import { type SubjectAt, vocabularyFileOf } from "./definition.ts";
import { type Mention, mentionAt } from "./mentions.ts";
import { vocabularyOf } from "./vocabularyFile.ts";

/** What is named at an offset. */
export type Target = Named & (TopicTarget | AlternativeTarget | UnlistedTarget | SchemeTarget);

interface Named {
  readonly mention: Mention;
  /** The name as it stands there, without quotes: of a topic in the vocabulary its label alone. */
  readonly shown: string;
}

/** A topic of the vocabulary, called by its label. */
interface TopicTarget {
  readonly kind: "topic";
  readonly file: SiteFile;
  readonly listed: ListedTopic;
}

/** A topic of the vocabulary, called by another name. */
interface AlternativeTarget {
  readonly kind: "alternative";
  readonly file: SiteFile;
  readonly listed: ListedTopic;
}

/** A topic that articles use and no vocabulary lists. */
interface UnlistedTarget {
  readonly kind: "unlisted";
  readonly file: SiteFile | undefined;
}

interface SchemeTarget {
  readonly kind: "scheme";
  readonly file: SiteFile;
}

/** The topic or scheme that is named at an offset; `undefined` where there is none that articles could use. */
export async function targetAt(subject: Subject, offset: number, subjectAt: SubjectAt): Promise<Target | undefined> {
  const mention = mentionAt(subject, offset);
  if (mention === undefined) return undefined;
  const file = await vocabularyFileOf(subject, subjectAt);
  const isWhole = mention.kind === "item" || mention.kind === "text";
  const named = { mention, shown: isWhole ? mention.name : mention.node.text };
  if (file !== undefined && mention.kind === "scheme") return { ...named, kind: "scheme", file };
  const listed = file && vocabularyOf(file).named(mention.name);
  if (file !== undefined && listed !== undefined)
    return { ...named, kind: listed.topic === mention.name ? "topic" : "alternative", file, listed };
  // What has no scheme is no topic, and a wrong name in the vocabulary names none.
  return isWhole && splitTopic(mention.name).scheme !== undefined ? { ...named, kind: "unlisted", file } : undefined;
}
