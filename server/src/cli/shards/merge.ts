import { URI } from "vscode-uri";
import { earlyNews, openBaseline } from "../baseline/openBaseline.ts";
import { certainPart } from "../certain.ts";
import type { Findings } from "../checkFiles.ts";
import { createComplaints } from "../complaints.ts";
import { conclude } from "../conclude.ts";
import type { ExitCode } from "../exitCode.ts";
import { settle } from "../look.ts";
import { createChecker, createWork } from "../portions.ts";
import type { ReportOptions } from "../reportOptions.ts";
import { openReports } from "../reports.ts";
import { createResults } from "../results.ts";
import { canReadConfig, type SitesOptions } from "../sites.ts";
import type { Terminal } from "../terminal.ts";
import { gatherShards } from "./gatherShards.ts";
import { compareFiles, compareSites } from "./sameSites.ts";
import type { ShardResults } from "./shardFile.ts";
import { createShardPaths, mapPaths, type ShardPaths } from "./shardPaths.ts";

export interface MergeOptions extends Pick<SitesOptions, "trace">, ReportOptions {}

/**
 * Reports what the shards of a check have found, and what none of them could find by itself, as if the check had been one.
 *
 * @param paths files with the results of shards, and folders that hold them, as typed
 */
export async function merge(paths: readonly string[], options: MergeOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  const complaints = createComplaints(terminal);
  const shards = gatherShards(paths, cwd, complaints);
  const { config, rules } = shards?.[0]?.check ?? {};
  if (shards === undefined || !canReadConfig({ cwd, config }, complaints)) return 2;
  const shardPaths = createShardPaths(cwd);
  const files = shards.flatMap((shard) => shard.paths.map(shardPaths.toOwn));
  const checker = createChecker(createWork({ paths: files, isKept: false, cwd, config, rules }), options.trace);
  const { sites, isListed } = checker.checking;
  await compareSites(shards, sites, { cwd, complaints });
  if (complaints.any()) return 2;
  const baseline = openBaseline(options.baseline, cwd, complaints);
  if (complaints.any()) return 2;
  const reports = await openReports(options, files, terminal, complaints);
  if (reports === undefined) return 2;

  for (const line of shards.flatMap((shard) => shard.complaints)) complaints.add(line);
  const results = createResults(files, {
    complain: complaints.add,
    pass: earlyNews(baseline, (file) => reports.early(certainPart(file))),
  });
  for (const shard of shards) results.addKnown(findingsOf(shard, shardPaths, isListed));
  results.end();
  const isReadable = shards.every((shard) => shard.isReadable);
  const surveyed = isReadable ? results.surveyed() : [];
  const look = await settle({ files: results.files(), surveyed, isReadable, checker }, complaints);
  compareFiles(look.again, shards, { cwd, complaints });
  const { maxWarnings } = options;
  return conclude(look, { reports, baseline, rules, terminal, complaints, maxWarnings });
}

/** What a shard has found, on this machine. A file that another shard was to check is that one's business. */
function findingsOf(
  { paths, files, surveyed }: ShardResults,
  { toOwn }: ShardPaths,
  isListed: (path: string) => boolean,
): Findings {
  const own = new Set(paths);
  return {
    files: files.filter(({ path }) => own.has(path) || !isListed(toOwn(path))).map((file) => mapPaths(file, toOwn)),
    surveyed: surveyed.map(({ path, root, facts, questions }) => ({
      path: toOwn(path),
      root: URI.file(toOwn(root)).toString(),
      facts,
      questions,
    })),
  };
}
