import { rules } from "../service/languageService.ts";
import type { CheckedFile } from "./checkedFile.ts";

/** Rules that look at other files, or at what all other rules have found. */
const UNCERTAIN: ReadonlySet<string> = new Set(
  rules.filter((rule) => rule.isAboutSite === true || rule.isAboutFindings === true).map(({ id }) => id),
);

/** Whether what a rule finds in a file follows from that file and its site alone, whatever the other pages say. */
export function isCertain(ruleId: string): boolean {
  return !UNCERTAIN.has(ruleId);
}

/** What is known of a file for certain before the other pages of its site are. */
export function certainPart({ path, problems }: CheckedFile): CheckedFile {
  return { path, problems: problems.filter(({ ruleId }) => isCertain(ruleId)) };
}
