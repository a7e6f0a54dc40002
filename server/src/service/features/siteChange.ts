import { applyEdits, type TextEdit } from "../document/span.ts";
import { parseLongYamlFile } from "../document/yamlFile.ts";
import { type Article, isArticle } from "../model/article.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import type { Subject } from "../workspace/subject.ts";
import { isHarmless } from "./harmless.ts";
import { inTurns } from "./inTurns.ts";
import type { FileEdit, SiteEdit } from "./places.ts";
import { isRefusal, type Refusal } from "./refusal.ts";
import type { SubjectAt } from "./topics/definition.ts";

/** What is changed. */
interface SiteChange {
  readonly subjectAt: SubjectAt;
  /** The edits of an article. */
  edits(article: Article): readonly TextEdit[];
  /** What is changed in other files, or why it cannot be. */
  readonly others?: readonly (FileEdit | Refusal)[];
}

/** Changes articles, each as it stands in the editor, and other files with them. All of it is done, or nothing. */
export async function changeSite(
  subject: Subject,
  uris: readonly string[],
  { subjectAt, edits, others = [] }: SiteChange,
): Promise<SiteEdit | Refusal> {
  if (!subject.index.isWhole) return { refused: `Some folders of the site cannot be listed. ${NOTHING}` };
  const changed = await inTurns(uris, async (uri): Promise<FileEdit | Refusal> => {
    const article = await subjectAt(uri);
    if (article === undefined) return { refused: `\`${nameOf(uri, subject)}\` cannot be read. ${NOTHING}` };
    return isArticle(article) ? editOf(article, edits(article)) : { uri, text: "", edits: [] };
  });
  const all = [...others, ...changed];
  const refusal = all.find(isRefusal);
  return refusal ?? { files: all.flatMap((edit) => (isRefusal(edit) || edit.edits.length === 0 ? [] : edit)) };
}

/** Better nothing than half of it. */
const NOTHING = "Nothing was changed.";

/** The edits of an article, unless they make it worse to read: an anchor that others need may go with an item. */
function editOf(article: Article, edits: readonly TextEdit[]): FileEdit | Refusal {
  const changed = changesIn(article, edits);
  return changed.length === 0 || isHarmless(article, changed) ? editsOf(article, changed) : unreadable(article);
}

/**
 * The same of one of the site's own files.
 *
 * @param pause lets others go first: the file is read once more, and may be long
 */
export async function editOfSiteFile(
  file: SiteFile,
  edits: readonly TextEdit[],
  pause: () => Promise<void>,
): Promise<FileEdit | Refusal> {
  const changed = changesIn(file, edits);
  if (changed.length === 0) return editsOf(file, changed);
  await pause();
  const after = await parseLongYamlFile(applyEdits(file.text, changed), pause, file);
  return after.problems.length <= file.frontMatter.problems.length ? editsOf(file, changed) : unreadable(file);
}

function changesIn({ text }: Subject, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(({ start, end, newText }) => text.slice(start, end) !== newText);
}

function editsOf({ uri, text }: Subject, edits: readonly TextEdit[]): FileEdit {
  return { uri, text, edits };
}

function unreadable(subject: Subject): Refusal {
  return { refused: `\`${nameOf(subject.uri, subject)}\` could not be read any more. ${NOTHING}` };
}

/** Where a file is below the root. */
function nameOf(uri: string, { model }: Subject): string {
  return decodeURIComponent(uri.startsWith(`${model.root}/`) ? uri.slice(model.root.length + 1) : uri);
}
