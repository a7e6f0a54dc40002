import { replaceNode } from "../../document/edits.ts";
import type { Span, TextEdit } from "../../document/span.ts";
import { isArticle } from "../../model/article.ts";
import { splitTopic } from "../../model/vocabulary.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { SiteEdit } from "../places.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import type { SiteReading, SubjectAt } from "./definition.ts";
import { mentionAt, mentionsIn } from "./mentions.ts";
import { isElsewhere, renamingOf } from "./newName.ts";
import { type Renaming, renamingEdits } from "./renaming.ts";
import { renameInSite } from "./siteRenaming.ts";
import { type Target, targetAt } from "./target.ts";
import { topicMoved } from "./topicMove.ts";

/** What can be renamed: where it stands, and what it is called now. */
export interface Renamable extends Span {
  readonly placeholder: string;
}

/** The topic or scheme at an offset, where it can get another name. */
export async function renamableTopicAt(
  subject: Subject,
  offset: number,
  subjectAt: SubjectAt,
): Promise<Renamable | undefined> {
  if (isArticle(subject)) {
    const mention = mentionAt(subject, offset);
    // What has no scheme is no topic. Whether the vocabulary knows it, need not be asked.
    if (mention === undefined || splitTopic(mention.name).scheme === undefined) return undefined;
    return { start: mention.start, end: mention.end, placeholder: mention.name };
  }
  const target = await targetAt(subject, offset, subjectAt);
  return target && { start: target.mention.start, end: target.mention.end, placeholder: target.shown };
}

/** Gives the topic or scheme at an offset another name, in the vocabulary and in all articles. */
export async function renameTopicAt(
  subject: Subject,
  offset: number,
  { name, reading }: { readonly name: string; readonly reading: SiteReading },
): Promise<SiteEdit | Refusal | undefined> {
  const target = await targetAt(subject, offset, reading.subjectAt);
  if (target === undefined) return undefined;
  const renaming = renamingOf(target, name, (topic) => subject.index.find("topic", topic).length > 0);
  if (isRefusal(renaming)) return renaming;
  await reading.pause();
  const { file, kind, mention } = target;
  const move = target.kind === "topic" ? await moveOf(target, renaming, reading) : undefined;
  if (move !== undefined && isRefusal(move)) return move;
  const inVocabulary = (vocabulary: SiteFile): readonly TextEdit[] => [
    ...renamingEdits(vocabulary, renaming),
    ...(kind === "scheme" ? schemeEdits(vocabulary, mention.name, name.trim()) : []),
  ];
  return renameInSite(subject, renaming, {
    reading,
    file,
    inVocabulary: move === undefined ? inVocabulary : () => move,
  });
}

/** The edits of the vocabulary that take a topic to another scheme; none where it stays in its own. */
async function moveOf(
  { file, listed }: Target & { readonly kind: "topic" },
  renaming: Renaming,
  { pause }: Pick<SiteReading, "pause">,
): Promise<readonly TextEdit[] | Refusal | undefined> {
  const topic = renaming.get(listed.topic);
  if (topic === undefined || !isElsewhere(topic, listed)) return undefined;
  return topicMoved({ listed, topic, renaming }, { file, pause });
}

function schemeEdits(file: SiteFile, before: string, name: string): readonly TextEdit[] {
  const own = [...mentionsIn(file)].filter((mention) => mention.kind === "scheme" && mention.name === before);
  return own.flatMap((mention) =>
    mention.kind === "scheme" ? replaceNode(file.text, mention.node, name, mention.context) : [],
  );
}
