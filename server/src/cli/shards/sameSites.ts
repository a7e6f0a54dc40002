import { readFileSync } from "node:fs";
import { URI } from "vscode-uri";
import { hashOf } from "../../disk/hash.ts";
import { createCircumstances } from "../cache/circumstances.ts";
import { attempt, type Complaints } from "../complaints.ts";
import { displayPath } from "../printable.ts";
import type { Sites } from "../sites.ts";
import type { ShardResults } from "./shardFile.ts";
import { createShardPaths } from "./shardPaths.ts";

/** What shards are compared with: the sites on this machine. */
interface Here {
  readonly cwd: string;
  readonly complaints: Complaints;
}

/** Complains of sites that are not as the shards saw them: what pages share follows from a site's own files, too. */
export async function compareSites(
  shards: readonly ShardResults[],
  sites: Sites,
  { cwd, complaints }: Here,
): Promise<void> {
  const { toOwn } = createShardPaths(cwd);
  const circumstancesOf = createCircumstances(sites);
  for (const { surveyed, sites: hashes } of shards) {
    for (const [shared, hash] of Object.entries(hashes)) {
      const page = surveyed.find(({ root }) => root === shared);
      if (page === undefined) continue;
      const root = toOwn(shared);
      const found = await circumstancesOf(URI.file(toOwn(page.path)).toString(), URI.file(root).toString());
      if (found === hash) continue;
      complaints.add(
        `${displayPath(root, cwd)}: this is not the site that the shards have seen; merge in a checkout of it`,
      );
    }
  }
}

/** Complains of files that are not as they were for their shards. */
export function compareFiles(
  paths: readonly string[],
  shards: readonly ShardResults[],
  { cwd, complaints }: Here,
): void {
  const { toShared } = createShardPaths(cwd);
  const hashes = new Map(shards.flatMap(({ surveyed }) => surveyed.map(({ path, hash }) => [path, hash] as const)));
  for (const path of paths) {
    const name = displayPath(path, cwd);
    const hash = attempt(name, complaints, () => hashOf(readFileSync(path)));
    if (hash !== undefined && hash !== hashes.get(toShared(path))) complaints.add(`${name}: changed since the shards`);
  }
}
