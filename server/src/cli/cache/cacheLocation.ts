import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { hashOf } from "./hash.ts";

/**
 * The file of the cache where none is named: with those of other tools of a project, else with those of the user, by the
 * folder that the program runs in.
 */
export function cacheLocation(cwd: string, env: { readonly [name: string]: string | undefined }): string {
  const modules = join(cwd, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "curated-content", "check.json");
  return join(userCache(env), "curated-content", `${hashOf(cwd)}.json`);
}

function userCache({ XDG_CACHE_HOME, LOCALAPPDATA }: { readonly [name: string]: string | undefined }): string {
  if (process.platform === "win32" && LOCALAPPDATA) return LOCALAPPDATA;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return XDG_CACHE_HOME || join(homedir(), ".cache");
}
