import type { TextEdit } from "../../document/span.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { SiteEdit } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import { changeSite, editOfSiteFile } from "../siteChange.ts";
import type { SiteReading } from "./definition.ts";
import { usersOf } from "./references.ts";
import { type Renaming, renamingEdits } from "./renaming.ts";

/** What is changed beside the articles. */
interface VocabularyChange {
  readonly reading: SiteReading;
  readonly file: SiteFile | undefined;
  /** The edits of the vocabulary's file. */
  inVocabulary(file: SiteFile): readonly TextEdit[];
}

/** Gives topics other names in all articles that use them, and changes the vocabulary. */
export async function renameInSite(
  subject: Subject,
  renaming: Renaming,
  { reading, file, inVocabulary }: VocabularyChange,
): Promise<SiteEdit | Refusal> {
  const own = file === undefined ? [] : [await editOfSiteFile(file, inVocabulary(file), reading.pause)];
  return changeSite(subject, usersOf(subject, renaming.keys()), {
    subjectAt: reading.subjectAt,
    edits: (article) => renamingEdits(article, renaming),
    others: own,
  });
}
