import type { Article } from "../model/article.ts";
import { oncePer } from "../model/oncePer.ts";
import { type Severity, type SeveritySetting, type SiteSeverities, severitiesFor } from "../model/severities.ts";
import { type NamedRule, type Suppression, suppresses, suppressionsOf } from "../model/suppression.ts";
import type { Finding, Rule, RuleDescription } from "../rules/rule.ts";

/** A finding of a rule, with the severity that counts here. */
export interface Problem {
  readonly rule: RuleDescription;
  readonly finding: Finding<string>;
  readonly severity: Severity;
}

/** Which severity a rule has: a user's settings come before the site's configuration, there its overrides
 * before its rules, and that before the rule. */
export type Severities = { readonly [ruleId: string]: SeveritySetting };

/** All that rules find in an article and no comment suppresses, in the order of the text. */
export function problemsOf(article: Article, rules: readonly Rule[], severities: Severities): readonly Problem[] {
  const problems: Problem[] = [];
  const suppressed: Problem[] = [];
  const suppressions = suppressionsOf(article);
  const { running, off } = courseOf(rules)(severitiesFor(article.path, article.model.severities))(severities);
  const isUnused = (suppression: Suppression, named?: NamedRule) => {
    const meant = rules.filter((rule) => isSuppressible(rule) && (named === undefined || rule.id === named.id));
    const isSilent = (rule: Rule) => off.has(rule) || (rule.isAboutSite === true && !article.index.isWhole);
    const isCertain = meant.length > 0 && !meant.some(isSilent) && isReadable(article);
    return (
      isCertain &&
      !suppressed.some((problem) => meant.some((rule) => rule === problem.rule) && isBy(suppression, problem))
    );
  };
  const outcome = { rules, suppressions, isUnused };
  for (const { rule, set } of running) {
    for (const finding of rule.check(article, outcome)) {
      const problem = { rule, finding, severity: set ?? finding.severity ?? rule.severity };
      const isShown = !isSuppressible(rule) || !suppressions.some((each) => isBy(each, problem));
      (isShown ? problems : suppressed).push(problem);
    }
  }
  return problems.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
}

/** Which rules run, in which order. */
interface Course {
  readonly running: readonly { readonly rule: Rule; readonly set: Severity | undefined }[];
  readonly off: ReadonlySet<RuleDescription>;
}

/** The same for all articles of a site, and asked for at each keystroke. */
const courseOf = oncePer((rules: readonly Rule[]) =>
  oncePer((ofSite: SiteSeverities["rules"]) =>
    oncePer((severities: Severities): Course => {
      const off = new Set<RuleDescription>();
      // Rules about suppressions come last: they look at what the others found.
      const running = rules
        .toSorted((a, b) => lateness(a) - lateness(b))
        .flatMap((rule) => {
          const set = severities[rule.id] ?? ofSite.get(rule.id);
          if (set !== "off") return [{ rule, set }];
          off.add(rule);
          return [];
        });
      return { running, off };
    }),
  ),
);

function lateness(rule: Rule): number {
  return isSuppressible(rule) ? 0 : 1;
}

/** Whether comments hold a rule back. */
export function isSuppressible(rule: RuleDescription): boolean {
  return rule.isSuppressible !== false;
}

/** Whether a suppression is what holds a problem back. */
function isBy(suppression: Suppression, { rule, finding }: Problem): boolean {
  return suppresses(suppression, rule.id, finding);
}

/** Whether rules could look at everything: what they find where a line is half typed or nothing is read, nobody knows. */
function isReadable({ frontMatter, body }: Article): boolean {
  return frontMatter?.problems.length === 0 && body?.faults !== undefined;
}
