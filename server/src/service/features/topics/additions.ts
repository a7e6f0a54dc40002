import { overlaps, type Span } from "../../document/span.ts";
import { isArticle } from "../../model/article.ts";
import { termUses } from "../../model/terms.ts";
import { isControlled, lookUp, splitTopic } from "../../model/vocabulary.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { SiteEdit } from "../places.ts";
import { isRefusal } from "../refusal.ts";
import { editOfSiteFile } from "../siteChange.ts";
import { type SiteReading, vocabularyFileOf } from "./definition.ts";
import { topicAdded } from "./vocabularyEdits.ts";
import { vocabularyOf } from "./vocabularyFile.ts";

/** A topic that the vocabulary may be given, and the edit of its file. */
export interface TopicAddition {
  readonly topic: string;
  readonly edit: SiteEdit;
}

/** The topics that a span of an article names and its site's vocabulary does not know. */
export async function topicAdditionsIn(
  subject: Subject,
  span: Span,
  { subjectAt, pause }: SiteReading,
): Promise<readonly TopicAddition[]> {
  const { topics } = subject;
  if (!isArticle(subject) || !isControlled(topics)) return [];
  const touched = termUses(subject).filter(({ node }) => overlaps(node, span));
  const unknown = touched.flatMap(({ topic }) => (topic !== undefined && isNew(topic) ? topic : []));
  const file = unknown.length === 0 ? undefined : await vocabularyFileOf(subject, subjectAt);
  if (file === undefined) return [];
  const { named } = vocabularyOf(file);
  await pause();
  const additions: TopicAddition[] = [];
  for (const topic of new Set(unknown)) {
    if (named(topic) !== undefined) continue;
    const edit = await editOfSiteFile(file, topicAdded(file, topic), pause);
    if (!isRefusal(edit)) additions.push({ topic, edit: { files: [edit] } });
  }
  return additions;

  function isNew(topic: string): boolean {
    const { scheme, label } = splitTopic(topic);
    const isWhole = topic === `${scheme}: ${label}` && label !== "";
    return isWhole && isControlled(topics) && lookUp(topics, topic).kind === "unknown";
  }
}
