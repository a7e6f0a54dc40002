import { earlyNews, openBaseline } from "./baseline/openBaseline.ts";
import type { CacheStore } from "./cache/cacheStore.ts";
import { openCache } from "./cache/checkCache.ts";
import { certainPart } from "./certain.ts";
import { type Complaints, createComplaints } from "./complaints.ts";
import { conclude } from "./conclude.ts";
import type { ExitCode } from "./exitCode.ts";
import { fix, type LookAgain, rehearse } from "./fixing/fix.ts";
import { printDiff } from "./fixing/printDiff.ts";
import { repairsOf } from "./fixing/repairs.ts";
import { ioReason } from "./ioReason.ts";
import { type Look, lookAt } from "./look.ts";
import { createProgress } from "./progress.ts";
import type { ReportOptions } from "./reportOptions.ts";
import { openReports } from "./reports.ts";
import { type Selection, select } from "./selecting/select.ts";
import { checkShard } from "./shards/checkShard.ts";
import type { Shard } from "./shards/shard.ts";
import { canReadConfig, type SitesOptions } from "./sites.ts";
import type { Terminal } from "./terminal.ts";

export interface CheckOptions extends Pick<SitesOptions, "config" | "rules" | "trace">, ReportOptions {
  /**
   * What is done with what has one right answer: it is reported, repaired, taken for repaired, or the difference is shown and
   * nothing reported.
   */
  readonly mode: "report" | "fix" | "rehearse" | "diff";
  /** Where what is found is kept for the next check; nowhere without it. */
  readonly cache: CacheStore | undefined;
  /** The part that is checked, where it is only one, and the file for what comes out, absolute. */
  readonly part: { readonly shard: Shard; readonly file: string } | undefined;
}

/**
 * Checks articles and reports what is wrong.
 *
 * @param selection which; where a part of it is wrong nothing is checked
 */
export async function check(selection: Selection, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const { mode, part, config, rules, trace } = options;
  const complaints = createComplaints(terminal);
  const selected = await select(selection, terminal, complaints);
  if (selected === undefined || !canReadConfig({ cwd, config }, complaints)) return 2;
  const { files, patches } = selected;
  const onProgress = createProgress(terminal, Date.now);
  const look = { cwd, config, rules, trace, patches, onProgress };
  const isFinal = mode === "report";
  // What is not on the disk is not known again by the disk.
  const isKept = isFinal && patches === undefined;
  const cache = options.cache === undefined || !isKept ? undefined : openCache(options.cache, Date.now());
  if (part !== undefined) {
    await keep(await checkShard(files, { ...look, ...part, cache }, complaints), terminal);
    return complaints.any() ? 2 : 0;
  }
  if (mode === "diff") return diff(await lookAt(files, look, complaints), terminal, complaints);
  const baseline = openBaseline(options.baseline, cwd, complaints);
  if (complaints.any()) return 2;
  const reports = await openReports(options, files, terminal, complaints);
  if (reports === undefined) return 2;

  const pass = earlyNews(baseline, (file) => reports.early(certainPart(file)));
  const isWanted = (): boolean => !isFinal || baseline?.mode === "update" || reports.areWanted();
  const found = await lookAt(files, { ...look, cache, isWanted, ...(isFinal && { pass }) }, complaints);
  const lookAgain: LookAgain = (patches) => lookAt(files, { ...look, patches }, complaints);
  const left = isFinal ? found : await repair(mode, { found, lookAgain, terminal, complaints });
  if (!isFinal) for (const file of left.first) pass(file);
  const { maxWarnings } = options;
  const code = await conclude(left, { reports, baseline, rules, terminal, complaints, maxWarnings });
  await keep(left, terminal);
  return code;
}

async function keep(look: Pick<Look, "keep">, terminal: Terminal): Promise<void> {
  try {
    await look.keep();
  } catch (error) {
    // What was found stays true.
    terminal.complain(`curated-content: cannot keep the cache: ${ioReason(error) ?? String(error)}`);
  }
}

interface Repairing {
  readonly found: Look;
  readonly lookAgain: LookAgain;
  readonly terminal: Terminal;
  readonly complaints: Complaints;
}

/** What is still wrong once what has one right answer is repaired, or would be. */
async function repair(mode: "fix" | "rehearse", { found, lookAgain, terminal, complaints }: Repairing): Promise<Look> {
  if (mode === "fix") return fix(found, lookAgain, complaints);
  const { left, count } = await rehearse(found, lookAgain, complaints);
  if (count > 0) terminal.complain(`curated-content: ${count === 1 ? "1 file" : `${count} files`} would be repaired`);
  return left;
}

async function diff(found: Look, terminal: Terminal, complaints: Complaints): Promise<ExitCode> {
  const count = await printDiff(repairsOf(found, complaints), terminal, complaints);
  found.complain();
  if (complaints.any()) return 2;
  return count > 0 ? 1 : 0;
}
