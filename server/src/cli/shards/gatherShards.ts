import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { attempt, type Complaints } from "../complaints.ts";
import { displayPath, printable } from "../printable.ts";
import { isShardFileName } from "./shard.ts";
import { readShardFile, type ShardResults } from "./shardFile.ts";

/** The results of a shard, and the file that they stand in as people know it. */
interface Gathered {
  readonly name: string;
  readonly results: ShardResults;
}

/**
 * Reads the results of all shards of one check; complains of what is too much, too little or something else, and gives nothing
 * then.
 *
 * @param paths files, and folders that hold them, as typed
 */
export function gatherShards(
  paths: readonly string[],
  cwd: string,
  complaints: Complaints,
): readonly ShardResults[] | undefined {
  const files = new Set(paths.flatMap((path) => filesAt(path, cwd, complaints)));
  const gathered: Gathered[] = [];
  for (const file of files) {
    const name = displayPath(file, cwd);
    const results = attempt(name, complaints, () => readShardFile(file));
    if (typeof results === "string") complaints.add(`${name}: ${results}`);
    else if (results !== undefined) gathered.push({ name, results });
  }
  if (!complaints.any()) for (const mistake of mistakesIn(gathered)) complaints.add(mistake);
  if (complaints.any()) return undefined;
  return gathered.map(({ results }) => results).toSorted((a, b) => a.shard.number - b.shard.number);
}

function filesAt(path: string, cwd: string, complaints: Complaints): readonly string[] {
  const absolute = resolve(cwd, path);
  const found = attempt(displayPath(absolute, cwd), complaints, () => {
    if (!statSync(absolute).isDirectory()) return [absolute];
    const entries = readdirSync(absolute, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && isShardFileName(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  });
  if (found?.length === 0) complaints.add(`${printable(path)}: no results of shards in this folder`);
  return found ?? [];
}

function* mistakesIn(gathered: readonly Gathered[]): Generator<string> {
  const [first] = gathered;
  if (first === undefined) return;
  const foreign = gathered.filter(({ results }) => identityOf(results) !== identityOf(first.results));
  for (const { name } of foreign) yield `${name}: of another check than ${first.name}`;
  if (foreign.length > 0) return;
  const { total } = first.results.shard;
  const byNumber = new Map<number, Gathered>();
  for (const each of gathered) {
    const { number } = each.results.shard;
    const other = byNumber.get(number);
    if (other !== undefined) yield `${other.name} and ${each.name}: both are shard ${number} of ${total}`;
    byNumber.set(number, each);
  }
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((number) => !byNumber.has(number));
  if (missing.length === 1) yield `curated-content: shard ${missing[0]} of ${total} is missing`;
  if (missing.length > 1) yield `curated-content: shards ${missing.join(", ")} of ${total} are missing`;
}

function identityOf({ shard, check }: ShardResults): string {
  return JSON.stringify([shard.total, check.files, check.config, check.rules]);
}
