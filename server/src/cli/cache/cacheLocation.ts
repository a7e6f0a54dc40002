import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../../disk/hash.ts";
import { userCache } from "../../disk/userCache.ts";

/**
 * The file of the cache where none is named: with those of other tools of a project, else with those of the user, by the
 * folder that the program runs in.
 */
export function cacheLocation(cwd: string, env: { readonly [name: string]: string | undefined }): string {
  const modules = join(cwd, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "curated-content", "check.json");
  return join(userCache(env), `${hashOf(cwd)}.json`);
}
