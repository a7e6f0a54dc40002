import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { URI } from "vscode-uri";
import type { CheckedFile } from "../checkedFile.ts";
import { type Checking, type Findings, faultySiteFiles, type Surveyed } from "../checkFiles.ts";
import type { Sites } from "../sites.ts";
import type { CacheEntry } from "./cacheEntry.ts";
import type { CacheStore } from "./cacheStore.ts";
import { createCircumstances } from "./circumstances.ts";
import { isUnchanged } from "./stamp.ts";

/** What was found in files before, as long as nothing has changed that it depends on. */
export interface CheckCache {
  /** What is known of files, and those of which nothing is. */
  recall(paths: readonly string[], checking: Checking): Promise<Recalled>;
  /** Keeps what was found, for the next check. Throws where the system does. */
  keep(files: readonly CheckedFile[], surveyed: readonly Surveyed[], sites: Sites): Promise<void>;
}

export interface Recalled {
  readonly known: Findings;
  readonly unknown: readonly string[];
}

/** @param now the time, in milliseconds since 1970-01-01T00:00:00Z */
export function openCache(store: CacheStore, now: number): CheckCache {
  const { looked, entries } = store.read();
  const known = new Map<string, CacheEntry>();

  return {
    async recall(paths, checking) {
      const { sites } = checking;
      const circumstancesOf = createCircumstances(sites);
      const files: CheckedFile[] = [];
      const surveyed: Surveyed[] = [];
      const unknown: string[] = [];
      const folders = new Set<string>();
      for (const each of paths) {
        const entry = entries.get(each);
        const uri = URI.file(each).toString();
        const isKnown =
          entry !== undefined &&
          isUnchanged(each, entry.stamp, looked) &&
          entry.circumstances === (await circumstancesOf(uri, entry.root)) &&
          (entry.found.length === 0 || (await sites.service.surveys.findsSame(uri, entry.found)));
        if (!isKnown) {
          unknown.push(each);
          continue;
        }
        known.set(each, entry);
        files.push({ path: each, problems: entry.problems });
        surveyed.push(entry);
        if (folders.has(dirname(each))) continue;
        folders.add(dirname(each));
        files.push(...(await faultySiteFiles(each, checking)));
      }
      // Without one of its files a site looks like another.
      if (!sites.isReadable()) return { known: { files: [], surveyed: [] }, unknown: paths };
      return { known: { files, surveyed }, unknown };
    },
    async keep(files, surveyed, sites) {
      if (!sites.isReadable()) return;
      const circumstancesOf = createCircumstances(sites);
      const problems = new Map(files.map((file) => [file.path, file.problems]));
      const kept = new Map([...entries].filter(([each]) => !problems.has(each) && existsSync(each)));
      let isNew = kept.size + known.size !== entries.size;
      for (const { path: each, root, facts, questions, found, stamp } of surveyed) {
        const before = known.get(each);
        if (before !== undefined) {
          kept.set(each, before);
          continue;
        }
        const circumstances = await circumstancesOf(URI.file(each).toString(), root);
        const own = problems.get(each);
        if (found === undefined || stamp === undefined || circumstances === undefined || own === undefined) continue;
        isNew = true;
        kept.set(each, { path: each, root, facts, questions, found, stamp, problems: own, circumstances });
      }
      if (isNew) store.write({ looked: now, entries: kept });
    },
  };
}
