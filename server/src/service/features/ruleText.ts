import type { RuleDescription } from "../rules/rule.ts";

/** Where the pages of the rules are. */
const RULE_PAGES = "https://github.com/curated-content/curated-content/blob/main/docs/rules";

/** The address of a rule's page. */
export function pageOf({ id }: RuleDescription): string {
  return `${RULE_PAGES}/${id}.md`;
}

/** What a rule is about, in Markdown. */
export function describeRule(rule: RuleDescription): string {
  return `**${rule.id}** · ${rule.severity}\n\n${rule.summary}\n\n${rule.why}\n\n[About this rule](${pageOf(rule)})`;
}
