import { URI } from "vscode-uri";
import { hashOf } from "../../disk/hash.ts";
import type { CheckCache } from "../cache/checkCache.ts";
import { createCircumstances } from "../cache/circumstances.ts";
import { attempt, type Complaints } from "../complaints.ts";
import { type FirstLook, lookFirst } from "../look.ts";
import { displayPath } from "../printable.ts";
import type { SitesOptions } from "../sites.ts";
import { partOf, type Shard } from "./shard.ts";
import { type ShardResults, type ShardSurvey, writeShardFile } from "./shardFile.ts";
import { createShardPaths, mapPaths, type ShardPaths } from "./shardPaths.ts";

export interface CheckShardOptions extends Pick<SitesOptions, "cwd" | "config" | "rules" | "trace"> {
  readonly shard: Shard;
  /** The file for what comes out, absolute. */
  readonly file: string;
  readonly cache: CheckCache | undefined;
}

/**
 * Checks a part of files, each by itself, and writes down what the others have to know of them.
 *
 * @param files all files of the check, absolute and sorted
 */
export async function checkShard(
  files: readonly string[],
  options: CheckShardOptions,
  complaints: Complaints,
): Promise<FirstLook> {
  const { shard, file, cwd, config, rules } = options;
  const paths = createShardPaths(cwd);
  const own = partOf(files, shard);
  const first = await lookFirst(own, { ...options, isKept: true }, complaints);
  const results: ShardResults = {
    shard,
    check: { files: hashOf(files.map(paths.toShared).join("\0")), ...(config !== undefined && { config }), rules },
    paths: own.map(paths.toShared),
    files: first.files.map((each) => mapPaths(each, paths.toShared)),
    surveyed: surveysOf(first, paths),
    sites: await sitesOf(first, paths),
    isReadable: first.isReadable,
    complaints: complaints.all(),
  };
  attempt(displayPath(file, cwd), complaints, () => writeShardFile(file, results));
  return first;
}

function surveysOf({ surveyed }: FirstLook, paths: ShardPaths): readonly ShardSurvey[] {
  return surveyed.map(({ path, root, facts, questions, stamp }) => ({
    path: paths.toShared(path),
    root: paths.toShared(URI.parse(root).fsPath),
    facts,
    questions,
    hash: stamp?.hash ?? "",
  }));
}

async function sitesOf({ surveyed, checker }: FirstLook, paths: ShardPaths): Promise<ShardResults["sites"]> {
  const circumstancesOf = createCircumstances(checker.checking.sites);
  const sites: Record<string, string> = {};
  for (const { path, root } of surveyed) {
    const shared = paths.toShared(URI.parse(root).fsPath);
    sites[shared] ??= (await circumstancesOf(URI.file(path).toString(), root)) ?? "";
  }
  return sites;
}
