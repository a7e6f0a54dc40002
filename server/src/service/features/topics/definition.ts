import { isArticle } from "../../model/article.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { TextPlace } from "../places.ts";
import { insideQuotes, mentionAt } from "./mentions.ts";
import { vocabularyOf } from "./vocabularyFile.ts";

/** Reads what is at a URI: as the editor has it, else as its file says. */
export type SubjectAt = (uri: string) => Promise<Subject | undefined>;

/** Where the vocabulary lists the topic that is named at an offset, by its label or another name. */
export async function topicDefinitionAt(
  subject: Subject,
  offset: number,
  subjectAt: SubjectAt,
): Promise<TextPlace | undefined> {
  const mention = mentionAt(subject, offset);
  const file = mention && (await vocabularyFileOf(subject, subjectAt));
  const listed = file && vocabularyOf(file).named(mention.name);
  return listed && { uri: file.uri, text: file.text, ...insideQuotes(listed.label) };
}

/** The file that lists the topics of a document's site, where it has one. */
export async function vocabularyFileOf(subject: Subject, subjectAt: SubjectAt): Promise<SiteFile | undefined> {
  if (!isArticle(subject) && subject.fileKind === "topics") return subject;
  const uri = subject.topics?.uri;
  const file = uri === undefined ? undefined : await subjectAt(uri);
  return file === undefined || isArticle(file) ? undefined : file;
}
