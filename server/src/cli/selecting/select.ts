import { realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Complaints } from "../complaints.ts";
import { pathWithin } from "../pathWithin.ts";
import { displayPath } from "../printable.ts";
import type { Terminal } from "../terminal.ts";
import { type Patches, toTextFile } from "../textFile.ts";
import { changedSince } from "./changedFiles.ts";
import { findFiles } from "./findFiles.ts";
import { isIgnored, rulesAbove } from "./ignoreFiles.ts";

/** What is to be checked, as it was asked for. */
export interface Selection {
  /** Files, folders and globs, as typed. */
  readonly paths: readonly string[];
  /** Of these the files alone that are not what they were in this commit. */
  readonly changedSince: string | undefined;
  /** The file that is read from the standard input instead of the disk. */
  readonly inputName: string | undefined;
}

export interface Selected {
  /** Absolute, sorted. */
  readonly files: readonly string[];
  /** What is not to be read from the disk. */
  readonly patches: Patches | undefined;
}

/** Finds what is to be checked; complains where that is not clear, and gives nothing. */
export async function select(
  selection: Selection,
  terminal: Terminal,
  complaints: Complaints,
): Promise<Selected | undefined> {
  const { cwd } = terminal;
  const { inputName } = selection;
  if (inputName !== undefined) return selectInput(resolve(cwd, inputName), terminal);
  const { files, mistakes, notes } = await findFiles(selection.paths, cwd);
  for (const note of notes) terminal.complain(note);
  for (const mistake of mistakes) complaints.add(mistake);
  if (complaints.any()) return undefined;
  if (selection.changedSince === undefined) return { files, patches: undefined };
  const changes = await changedSince(selection.changedSince, cwd);
  if ("mistake" in changes) {
    complaints.add(changes.mistake);
    return undefined;
  }
  const { isChanged, files: changed } = changes;
  const siteFiles = await ownFilesAmong(changed, selection.paths, cwd);
  return { files: [...new Set([...files.filter(isChanged), ...siteFiles])].toSorted(), patches: undefined };
}

/**
 * The YAML files in folders that were named: some of them may be a site's own, which are looked at only where somebody asks
 * for them. Others are passed over.
 */
async function ownFilesAmong(
  changed: readonly string[],
  paths: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  const folders = paths.flatMap((path) => {
    const absolute = resolve(cwd, path);
    const isFolder = statSync(absolute, { throwIfNoEntry: false })?.isDirectory();
    return isFolder ? [{ absolute, real: realpathSync(absolute) }] : [];
  });
  const own: string[] = [];
  for (const file of changed) {
    if (!/\.ya?ml$/.test(file)) continue;
    for (const { absolute, real } of folders) {
      const steps = pathWithin(real, file)?.split(sep);
      if (steps === undefined || steps.some((step) => step.startsWith(".") || step === "node_modules")) continue;
      const path = join(absolute, ...steps);
      if (!isIgnored(path, "file", await rulesAbove(path, cwd, [".curatedignore"]))) own.push(path);
    }
  }
  return own;
}

async function selectInput(path: string, { cwd, complain, readInput }: Terminal): Promise<Selected> {
  const input = toTextFile(await readInput());
  if (isIgnored(path, "file", await rulesAbove(path, cwd, [".curatedignore"]))) {
    complain(`${displayPath(path, cwd)}: not checked, because of .curatedignore`);
    return { files: [], patches: undefined };
  }
  return { files: [path], patches: new Map([[path, input]]) };
}
