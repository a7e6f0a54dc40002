import { applyEdits, type TextEdit } from "../document/span.ts";
import { parseYamlFile } from "../document/yamlFile.ts";
import { type Article, isArticle } from "../model/article.ts";
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

/** The edits of a document, unless they make it worse to read: an anchor that others need may go with an item. */
export function editOf(subject: Subject, edits: readonly TextEdit[]): FileEdit | Refusal {
  const { uri, text } = subject;
  const changed = edits.filter(({ start, end, newText }) => text.slice(start, end) !== newText);
  if (changed.length === 0) return { uri, text, edits: [] };
  return isReadable(subject, changed)
    ? { uri, text, edits: changed }
    : { refused: `\`${nameOf(uri, subject)}\` could not be read any more. ${NOTHING}` };
}

function isReadable(subject: Subject, edits: readonly TextEdit[]): boolean {
  if (isArticle(subject)) return isHarmless(subject, edits);
  const after = parseYamlFile(applyEdits(subject.text, edits), subject);
  return after.problems.length <= subject.frontMatter.problems.length;
}

/** Where a file is below the root. */
function nameOf(uri: string, { model }: Subject): string {
  return decodeURIComponent(uri.startsWith(`${model.root}/`) ? uri.slice(model.root.length + 1) : uri);
}
