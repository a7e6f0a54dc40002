import { readdir } from "node:fs/promises";
import { dirname } from "node:path";

/** The folder of the site that a file belongs to: the nearest with a configuration of Hugo in it. */
export async function siteFolder(file: string): Promise<string | undefined> {
  const folder = dirname(file);
  if (folder === file) return undefined;
  const names = await readdir(folder).catch((): string[] => []);
  const isSite = names.some((name) => /^(?:hugo|config)\.(?:ya?ml|toml|json)$/.test(name));
  // A configuration may be a folder of files, and other tools, too, have one that is called so.
  const hasFolder = names.includes("config") && (await readdir(`${folder}/config/_default`).catch(() => [])).length > 0;
  return isSite || hasFolder ? folder : siteFolder(folder);
}
