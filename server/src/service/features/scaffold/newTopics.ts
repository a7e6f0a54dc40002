import { narrowed } from "../../document/edits.ts";
import { applyEdits } from "../../document/span.ts";
import { isArticle } from "../../model/article.ts";
import { isControlled, lookUp, splitTopic, type Vocabulary } from "../../model/vocabulary.ts";
import type { Site } from "../../workspace/site.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import { readSubject, type Subject, type SubjectOptions } from "../../workspace/subject.ts";
import type { FileEdit } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import { topicAdded } from "../topics/vocabularyEdits.ts";

/**
 * The topics among some that a vocabulary does not list; why not, where one is no topic, or is retired, or where only another
 * can be meant.
 */
export function newTopicsAmong(
  topics: readonly string[],
  vocabulary: Vocabulary | undefined,
): readonly string[] | Refusal {
  const added: string[] = [];
  for (const topic of topics) {
    const { scheme, label } = splitTopic(topic);
    if (topic !== `${scheme}: ${label}` || label === "")
      return { refused: `\`${topic}\` is no topic: a topic is written \`Scheme: Label\`.` };
    if (!isControlled(vocabulary)) continue;
    const found = lookUp(vocabulary, topic);
    switch (found.kind) {
      case "known":
        break;
      case "alternativeLabel":
        return { refused: `\`${topic}\` is another name of \`${found.term.topic}\`.` };
      case "retired": {
        const instead = found.replacement === undefined ? "" : ` Use \`${found.replacement.topic}\`.`;
        return { refused: `\`${topic}\` is in use no more.${instead}` };
      }
      case "noScheme":
      case "unknown":
        added.push(topic);
    }
  }
  return added;
}

/** Why a topic is not taken that a vocabulary does not list, and which may be meant. */
export function unknownTopic(topic: string, vocabulary: Vocabulary | undefined): Refusal {
  const found = vocabulary && lookUp(vocabulary, topic);
  const meant = found !== undefined && "ranked" in found ? (found.certain ?? found.ranked[0]) : undefined;
  const hint = meant === undefined ? "" : ` Is \`${meant.topic}\` meant?`;
  return { refused: `The vocabulary has no topic \`${topic}\`.${hint}` };
}

/** Gives the file of a vocabulary topics that it does not list. */
export async function vocabularyWith(
  topics: readonly string[],
  { file, site, options }: { readonly file: SiteFile; readonly site: Site; readonly options: SubjectOptions },
): Promise<FileEdit> {
  const { uri, text } = file;
  let current: Subject | undefined = file;
  for (const topic of topics) {
    if (current === undefined || isArticle(current)) break;
    const next: string = applyEdits(current.text, topicAdded(current, topic));
    current = await readSubject({ uri, text: next, before: undefined, problems: [] }, site, options);
  }
  const newText = current?.text ?? text;
  return { uri, text, edits: [narrowed(text, { start: 0, end: text.length, newText })] };
}
