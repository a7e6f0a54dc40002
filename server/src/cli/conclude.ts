import { judgedBy } from "./baseline/judged.ts";
import { type OpenBaseline, updateBaseline } from "./baseline/openBaseline.ts";
import { tellGone } from "./baseline/tellGone.ts";
import type { CheckedFile } from "./checkedFile.ts";
import type { Complaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import type { Look } from "./look.ts";
import type { Reports } from "./reports.ts";
import type { SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";
import { type VerdictOptions, verdict } from "./verdict.ts";

/** What a check ends with. */
export interface Conclusion extends VerdictOptions {
  readonly reports: Reports;
  readonly baseline: OpenBaseline | undefined;
  /** How serious rules were taken in this check alone. */
  readonly rules: SitesOptions["rules"];
  readonly terminal: Terminal;
  readonly complaints: Complaints;
}

/** Reports what a check has found and no baseline knows, or has the baseline know it, and says what that means to the shell. */
export async function conclude(
  { files, checking }: Pick<Look, "files" | "checking">,
  { reports, baseline, rules, terminal, complaints, maxWarnings }: Conclusion,
): Promise<ExitCode> {
  const report = (reported: readonly CheckedFile[]): ExitCode => {
    reports.end(reported);
    return complaints.any() ? 2 : verdict(reported, { maxWarnings }, terminal);
  };
  if (baseline === undefined) return report(files);
  const isJudged = await judgedBy({ files, checking }, rules, baseline.folder);
  const news = files.map(baseline.newsIn);
  if (baseline.mode === "update") {
    const isUpdated = updateBaseline(baseline, { files, news, isJudged, terminal, complaints });
    return report(isUpdated ? files.map((file) => ({ ...file, problems: [] })) : news);
  }
  const code = report(news);
  tellGone(baseline.goneFrom(files, isJudged), baseline.name, terminal);
  return code;
}
