import { type Article, isArticle } from "../model/article.ts";
import { articleRules } from "../rules/index.ts";
import type { Subject } from "../workspace/subject.ts";
import { type Problem, problemsOf, type Severities } from "./problems.ts";
import { siteFileProblems } from "./siteFileProblems.ts";

/**
 * All problems of an article or of one of a site's own files, in the order of the text.
 *
 * @param pause lets others go first: a site's own file may be long
 */
export async function findProblems(
  subject: Subject,
  severities: Severities,
  pause: () => Promise<void>,
): Promise<readonly Problem[]> {
  return isArticle(subject) ? problemsIn(subject, severities) : siteFileProblems(subject, severities, pause);
}

/** All problems of an article. */
export function problemsIn(article: Article, severities: Severities): readonly Problem[] {
  return problemsOf(article, articleRules, severities);
}
