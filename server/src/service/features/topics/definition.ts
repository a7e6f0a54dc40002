import { isArticle } from "../../model/article.ts";
import { lookUp } from "../../model/vocabulary.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { TextPlace } from "../places.ts";
import { insideQuotes, mentionAt } from "./mentions.ts";
import { vocabularyOf } from "./vocabularyFile.ts";

/** Reads what is at a URI: as the editor has it, else as its file says. */
export type SubjectAt = (uri: string) => Promise<Subject | undefined>;

/** What is read to find places. */
export interface SiteReading {
  readonly subjectAt: SubjectAt;
  /** Lets others go first, in the middle of a long file. */
  pause(): Promise<void>;
  /** The text at a URI: as the editor has it, else as its file says; `undefined` where it cannot be read. */
  textAt(uri: string): Promise<string | undefined>;
}

/** Where the vocabulary lists the topic that is named at an offset, by its label or another name. */
export async function topicDefinitionAt(
  subject: Subject,
  offset: number,
  { subjectAt, textAt }: SiteReading,
): Promise<TextPlace | undefined> {
  const mention = mentionAt(subject, offset);
  const known = mention && isArticle(subject) ? await knownPlace(subject, mention.name, textAt) : undefined;
  if (known !== undefined) return known;
  const file = mention && (await vocabularyFileOf(subject, subjectAt));
  const listed = file && vocabularyOf(file).named(mention.name);
  return listed && { uri: file.uri, text: file.text, ...insideQuotes(listed.label) };
}

/** Where the site knows a topic to be listed: a long vocabulary need not be read anew while it is still there. */
async function knownPlace(
  { topics }: Subject,
  name: string,
  textAt: SiteReading["textAt"],
): Promise<TextPlace | undefined> {
  const found = topics && lookUp(topics, name);
  if (topics?.uri === undefined || found === undefined || !("term" in found)) return undefined;
  const { start, end, label } = found.term;
  const text = await textAt(topics.uri);
  if (text === undefined || start === undefined || end === undefined) return undefined;
  const quote = /^["']/.test(text.slice(start, end)) ? 1 : 0;
  const span = { start: start + quote, end: end - quote };
  return text.slice(span.start, span.end) === label ? { uri: topics.uri, text, ...span } : undefined;
}

/** The file that lists the topics of a document's site, where it has one. */
export async function vocabularyFileOf(subject: Subject, subjectAt: SubjectAt): Promise<SiteFile | undefined> {
  if (!isArticle(subject) && subject.fileKind === "topics") return subject;
  const uri = subject.topics?.uri;
  const file = uri === undefined ? undefined : await subjectAt(uri);
  return file === undefined || isArticle(file) ? undefined : file;
}
