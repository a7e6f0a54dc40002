import type { Article } from "../model/article.ts";
import type { Severity } from "../model/contentModel.ts";
import type { Finding, Rule } from "../rules/rule.ts";

/** A finding of a rule, with the severity that counts here. */
export interface Problem {
  readonly rule: Rule;
  readonly finding: Finding<string>;
  readonly severity: Severity;
}

/** Which severity a rule has: a user's settings come before the site's configuration, and that before the rule. */
export type Severities = { readonly [ruleId: string]: Severity | "off" };

/** All that rules find in an article, in the order of the text. */
export function problemsOf(article: Article, rules: readonly Rule[], severities: Severities): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const severity = severities[rule.id] ?? article.model.severities.get(rule.id) ?? rule.severity;
    if (severity === "off") continue;
    for (const finding of rule.check(article)) problems.push({ rule, finding, severity });
  }
  return problems.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
}
