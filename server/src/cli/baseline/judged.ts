import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { URI } from "vscode-uri";
import { isCertain } from "../certain.ts";
import type { Look } from "../look.ts";
import type { Sites, SitesOptions } from "../sites.ts";

/** Whether a look would have found a problem of a rule in a file, by the file's name in a baseline, if it were there. */
export type IsJudged = (name: string, rule: string) => boolean;

/**
 * @param rules how serious rules were taken in that look alone
 * @param folder of the baseline
 */
export async function judgedBy(
  { files, checking: { sites, isListed } }: Pick<Look, "files" | "checking">,
  rules: SitesOptions["rules"],
  folder: string,
): Promise<IsJudged> {
  const paths = files.map(({ path }) => path);
  const looked = new Set(paths);
  const own = await ownFilesBeside(paths, sites);
  return (name, rule) => {
    const path = resolve(folder, name);
    if (!existsSync(path)) return true;
    if (rules?.[rule] === "off") return false;
    // The own files of a site are looked at with its articles, though not for what those say of them.
    return isListed(path) ? looked.has(path) : own.has(path) && isCertain(rule);
  };
}

/** The paths of the own files of the sites that files belong to. */
async function ownFilesBeside(paths: readonly string[], { service }: Sites): Promise<ReadonlySet<string>> {
  const folders = new Map(paths.map((path) => [dirname(path), path]));
  const own = new Set<string>();
  for (const path of folders.values()) {
    for (const { uri } of await service.checkSiteFiles(URI.file(path).toString())) own.add(URI.parse(uri).fsPath);
  }
  return own;
}
