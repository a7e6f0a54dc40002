import { insertCommentAbove, insertCommentBelow } from "../document/commentEdits.ts";
import { isBroken } from "../document/frontMatter.ts";
import { lineAt } from "../document/lines.ts";
import type { TextEdit } from "../document/span.ts";
import type { Article } from "../model/article.ts";
import type { Directive } from "../model/suppression.ts";
import { isSuppressible, type Problem } from "./problems.ts";

/** A comment that would keep a problem from being shown. */
export interface Suppressing {
  readonly title: string;
  readonly edit: TextEdit;
}

/** The comments that would suppress a problem: the one for its line where there is room above it, and that for the file. */
export function suppressingOf({ text, frontMatter }: Article, { rule, finding }: Problem): readonly Suppressing[] {
  if (frontMatter === undefined || frontMatter.unread !== undefined || !isSuppressible(rule)) return [];
  const { root, block } = frontMatter;
  const comment = (directive: Directive) => `# ${directive} ${rule.id}`;
  const firstLine = lineAt(text, block.opener.start).next;
  const offers: Suppressing[] = [];
  if (firstLine <= finding.start && finding.start < block.content.end) {
    const edit = insertCommentAbove(text, root, finding.start, comment("curated-content-disable-next-line"));
    // A comment right behind lines that cannot be read is read as one of them.
    const isRoom = firstLine <= edit.start && !isBroken(frontMatter, { start: edit.start - 1, end: edit.start });
    if (isRoom) offers.push({ title: `Disable \`${rule.id}\` for this line`, edit });
  }
  // Below a delimiter that goes on with text a comment is read as that text is.
  if (isBroken(frontMatter, lineAt(text, block.opener.start))) return offers;
  const edit = insertCommentBelow(text, root, block.opener.start, comment("curated-content-disable"));
  if (edit !== undefined) offers.push({ title: `Disable \`${rule.id}\` for this file`, edit });
  return offers;
}
