import { rules } from "../rules/index.ts";
import type { Outcome } from "../rules/rule.ts";
import { sharedRules, siteFileRules } from "../rules/siteFileRules.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import type { Problem, Severities } from "./problems.ts";

/**
 * All that rules find in one of a site's own files, in the order of the text.
 *
 * @param severities a user's settings. As what the site says, they count for the rules about such files alone: what is
 * said of a shared rule is said of articles.
 */
export function siteFileProblems(file: SiteFile, severities: Severities): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of sharedRules) {
    for (const finding of rule.check(file, OUTCOME)) problems.push({ rule, finding, severity: rule.severity });
  }
  for (const rule of siteFileRules) {
    const set = severities[rule.id] ?? file.model.severities.rules.get(rule.id);
    if (set === "off") continue;
    for (const finding of rule.check(file, OUTCOME))
      problems.push({ rule, finding, severity: set ?? finding.severity ?? rule.severity });
  }
  return problems.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
}

/** No comment suppresses anything in the site's own files. */
const OUTCOME: Outcome = { rules, suppressions: [], isUnused: () => false };
