import type { TextEdit } from "../../document/span.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { SiteEdit } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import { changeSite, editOf } from "../siteChange.ts";
import type { SubjectAt } from "./definition.ts";
import { usersOf } from "./references.ts";
import { type Renaming, renamingEdits } from "./renaming.ts";

/** What is changed beside the articles. */
interface VocabularyChange {
  readonly subjectAt: SubjectAt;
  readonly file: SiteFile | undefined;
  /** The edits of the vocabulary's file. */
  inVocabulary(file: SiteFile): readonly TextEdit[];
}

/** Gives topics other names in all articles that use them, and changes the vocabulary. */
export function renameInSite(
  subject: Subject,
  renaming: Renaming,
  { subjectAt, file, inVocabulary }: VocabularyChange,
): Promise<SiteEdit | Refusal> {
  return changeSite(subject, usersOf(subject, renaming.keys()), {
    subjectAt,
    edits: (article) => renamingEdits(article, renaming),
    others: file === undefined ? [] : [editOf(file, inVocabulary(file))],
  });
}
