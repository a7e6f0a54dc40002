import { isArticle } from "../model/article.ts";
import { articleRules } from "../rules/index.ts";
import type { Subject } from "../workspace/subject.ts";
import { type Problem, problemsOf, type Severities } from "./problems.ts";
import { siteFileProblems } from "./siteFileProblems.ts";

/** All problems of an article or of one of a site's own files, in the order of the text. */
export function findProblems(subject: Subject, severities: Severities): readonly Problem[] {
  return isArticle(subject) ? problemsOf(subject, articleRules, severities) : siteFileProblems(subject, severities);
}
