import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Ignore } from "ignore";
import { pathWithin } from "../pathWithin.ts";
import { readTextFile } from "../textFile.ts";

/** What files say is to be left out of a folder and of all below: the rules of one folder, and those of folders above it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
  readonly outer: IgnoreRules | undefined;
}

/** Files of such rules, in gitignore's language (https://git-scm.com/docs/gitignore); what the later says counts. */
export const IGNORE_FILES = [".gitignore", ".curatedignore"] as const;

export type IgnoreFileName = (typeof IGNORE_FILES)[number];

/**
 * The rules that count in a folder. Throws where the system does.
 *
 * @param names the files of rules that are there
 * @param outer the rules that count in the folder above
 */
export async function rulesIn(
  folder: string,
  names: readonly IgnoreFileName[],
  outer: IgnoreRules | undefined,
): Promise<IgnoreRules | undefined> {
  if (names.length === 0) return outer;
  const { default: ignore } = await import("ignore");
  const rules = ignore({ ignorecase: process.platform === "win32" || process.platform === "darwin" });
  for (const name of IGNORE_FILES) if (names.includes(name)) rules.add(readTextFile(join(folder, name)).text);
  return { folder, rules, outer };
}

/**
 * The rules that folders above have for a file or folder: up to the top of its repository, else up to the folder that the
 * program runs in. Throws where the system does.
 *
 * @param names the files of rules that are looked for
 */
export async function rulesAbove(
  path: string,
  cwd: string,
  names: readonly IgnoreFileName[],
): Promise<IgnoreRules | undefined> {
  let rules: IgnoreRules | undefined;
  for (const each of foldersAbove(path, cwd)) {
    const found = names.filter((name) => statSync(join(each, name), { throwIfNoEntry: false })?.isFile());
    rules = await rulesIn(each, found, rules);
  }
  return rules;
}

/** Whether something is left out. */
export function isIgnored(path: string, kind: "file" | "folder", rules: IgnoreRules | undefined): boolean {
  for (let each = rules; each !== undefined; each = each.outer) {
    const below = relative(each.folder, path).replaceAll(sep, "/");
    const { ignored, unignored } = each.rules.test(kind === "folder" ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Outermost first. */
function foldersAbove(path: string, cwd: string): readonly string[] {
  const above: string[] = [];
  for (let each = path; ; each = dirname(each)) {
    if (each !== path) above.unshift(each);
    if (existsSync(join(each, ".git"))) return above;
    if (each === dirname(each)) break;
  }
  // In no repository.
  return above.filter((each) => pathWithin(cwd, each) !== undefined);
}
