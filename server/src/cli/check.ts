import { openCache } from "./cache/checkCache.ts";
import { certainPart } from "./certain.ts";
import { type CheckedFile, countOf } from "./checkedFile.ts";
import { checkAgain } from "./checkFiles.ts";
import { createComplaints } from "./complaints.ts";
import type { ExitCode } from "./exitCode.ts";
import { findFiles } from "./findFiles.ts";
import { ioReason } from "./ioReason.ts";
import { createChecker, createWork, type Work } from "./portions.ts";
import { programFile } from "./programFile.ts";
import { openReports, type ReportRequest } from "./reports.ts";
import { createResults } from "./results.ts";
import { canReadConfig, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";
import { workInThreads } from "./threads.ts";

export interface CheckOptions extends Omit<SitesOptions, "cwd"> {
  /** At least one. */
  readonly reports: readonly ReportRequest[];
  readonly mode: Work["mode"];
  /** Where what is found is kept for the next check; nowhere without it. */
  readonly cache: string | undefined;
  /** More warnings than this count as a failure. */
  readonly maxWarnings: number;
}

/**
 * Checks the articles that paths name and reports what is wrong.
 *
 * @param paths files, folders and globs, as typed; where one of them is wrong nothing is checked
 */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const { mode, config, trace } = options;
  const complaints = createComplaints(terminal);
  const { files, mistakes } = await findFiles(paths, cwd);
  for (const mistake of mistakes) complaints.add(mistake);
  if (complaints.any() || !canReadConfig({ cwd, config }, complaints)) return 2;
  const reports = await openReports(options.reports, files, terminal, complaints);
  if (reports === undefined) return 2;

  const results = createResults(files, {
    complain: complaints.add,
    pass: (file) => reports.early(certainPart(file)),
  });
  const cache =
    options.cache === undefined || mode === "fix" ? undefined : openCache(options.cache, programFile(), Date.now());
  const work = createWork({ paths: files, mode, isKept: cache !== undefined, cwd, config });
  const checker = createChecker(work, trace);
  const { checking } = checker;
  const recalled = await cache?.recall(files, checking);
  if (recalled !== undefined) results.addKnown(recalled.known);
  await workInThreads({ ...work, paths: recalled?.unknown ?? files }, checker, { pass: results.add, trace });
  results.end();
  const surveyed = results.surveyed();
  const first = results.files();
  results.replace(await checkAgain(surveyed, checking));
  for (const line of checker.complaints()) complaints.add(line);
  const checked = results.files();
  reports.end(checked);
  try {
    await cache?.keep(first, surveyed, checking.sites);
  } catch (error) {
    // What was found stays true.
    terminal.complain(`curated-content: cannot keep the cache: ${ioReason(error) ?? String(error)}`);
  }
  return complaints.any() ? 2 : verdict(checked, options, terminal);
}

function verdict(checked: readonly CheckedFile[], { maxWarnings }: CheckOptions, terminal: Terminal): ExitCode {
  const warnings = countOf(checked, "warning");
  if (warnings > maxWarnings) {
    terminal.complain(`curated-content: too many warnings: ${warnings}, allowed: ${maxWarnings}`);
    return 1;
  }
  return countOf(checked, "error") > 0 ? 1 : 0;
}
