import type { TextEdit } from "../document/span.ts";
import type { TextDocument } from "../document/textDocument.ts";
import { isArticle } from "../model/article.ts";
import type { Sites } from "../workspace/sites.ts";
import { readSubject, type Subject, type SubjectOptions } from "../workspace/subject.ts";
import { findProblems } from "./findProblems.ts";
import { fixAll } from "./fixAll.ts";
import type { Severities } from "./problems.ts";

/** All right answers in a document, open or not, as edits of its text. */
export async function fixDocument(
  document: Pick<TextDocument, "uri" | "getText">,
  { enable, rules }: { readonly enable: boolean; readonly rules: Severities },
  { sites, options }: { readonly sites: Sites; readonly options: SubjectOptions },
): Promise<readonly TextEdit[]> {
  if (!enable) return [];
  const { uri } = document;
  const site = await sites.of(uri);
  let subject: Subject | undefined;
  return fixAll(document.getText(), async (text) => {
    // What only a look at the site finds has no fix.
    subject = await readSubject({ uri, text, before: subject, problems: [] }, site, options);
    if (subject === undefined) return [];
    if (isArticle(subject)) await options.assets.load(subject);
    return findProblems(subject, rules, options.pause);
  });
}
