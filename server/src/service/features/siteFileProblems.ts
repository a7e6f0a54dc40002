import { isLongText } from "../document/longYaml.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { rules } from "../rules/index.ts";
import type { Outcome } from "../rules/rule.ts";
import { siteConfiguration } from "../rules/site-configuration.ts";
import { sharedRules, siteFileRules } from "../rules/siteFileRules.ts";
import type { SiteProblem } from "../workspace/dataFile.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import type { Problem, Severities } from "./problems.ts";

/**
 * All that rules find in one of a site's own files, in the order of the text.
 *
 * @param severities a user's settings. As what the site says, they count for the rules about such files alone: what is
 * said of a shared rule is said of articles.
 * @param pause lets others go first
 */
export async function siteFileProblems(
  file: SiteFile,
  severities: Severities,
  pause: () => Promise<void>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const pauseIfLong = async () => (isLongText(file.text) ? pause() : undefined);
  for (const rule of sharedRules) {
    await pauseIfLong();
    for (const finding of rule.check(file, OUTCOME)) {
      problems.push({ rule, finding, severity: finding.severity ?? rule.severity });
      await pauseIfLong();
    }
  }
  for (const rule of siteFileRules) {
    const set = severities[rule.id] ?? file.model.severities.rules.get(rule.id);
    if (set === "off") continue;
    await pauseIfLong();
    for (const finding of rule.check(file, OUTCOME)) {
      problems.push({ rule, finding, severity: set ?? finding.severity ?? rule.severity });
      await pauseIfLong();
    }
  }
  return problems.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
}

/** What only a look at the site finds in a file that is no document of its own, as in the schema of an archetype. */
export function foreignFileProblems(
  found: readonly SiteProblem[],
  { severities }: ContentModel,
  ofUser: Severities,
): readonly Problem[] {
  const set = ofUser[siteConfiguration.id] ?? severities.rules.get(siteConfiguration.id);
  if (set === "off") return [];
  return found.map(({ start, end, message, severity = "error" }) => ({
    rule: siteConfiguration,
    finding: { messageId: "problem", data: { message }, start, end },
    severity: set ?? severity,
  }));
}

/** No comment suppresses anything in the site's own files. */
const OUTCOME: Outcome = { rules, suppressions: [], isUnused: () => false };
