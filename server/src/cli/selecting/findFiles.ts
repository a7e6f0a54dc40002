import { stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { ioReason, isMissing } from "../ioReason.ts";
import { displayPath, printable } from "../printable.ts";
import { isIgnored, rulesAbove } from "./ignoreFiles.ts";
import { walk } from "./walk.ts";

/** The files that paths name, and in a line each what is wrong with the paths. */
export interface FoundFiles {
  /** Absolute, sorted, each once. */
  readonly files: readonly string[];
  readonly mistakes: readonly string[];
  /** In a line each what was named and is left out all the same. */
  readonly notes: readonly string[];
}

/**
 * Finds the files that paths, folders and globs name. A folder stands for the Markdown files below it, a glob for the
 * Markdown files and the folders it matches. Both leave out `node_modules`, hidden files and folders, symbolic
 * links, which Hugo does not follow either, and what `.gitignore` or `.curatedignore` say; a path that is named itself is
 * taken as it is, unless `.curatedignore` leaves it out.
 *
 * @param paths as typed
 * @param cwd the folder that they are relative to
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const mistakes = new Set<string>();
  const notes = new Set<string>();
  for (const path of paths) {
    const { found, mistake, note } = await filesAt(path, cwd);
    for (const file of found) files.add(file);
    if (mistake !== undefined) mistakes.add(mistake);
    if (note !== undefined) notes.add(note);
  }
  return { files: [...files].toSorted(), mistakes: [...mistakes], notes: [...notes] };
}

interface Found {
  readonly found: readonly string[];
  readonly mistake?: string;
  readonly note?: string;
}

async function filesAt(path: string, cwd: string): Promise<Found> {
  if (path === "") return { found: [], mistake: '"": no such file or folder' };
  const absolute = resolve(cwd, path);
  try {
    // A file may have the name of a glob, as `[draft].md` has: then the file is meant.
    const stats = await stat(absolute);
    if (stats.isFile()) return await named(absolute, cwd);
    if (!stats.isDirectory()) return { found: [], mistake: `${printable(path)}: neither a file nor a folder` };
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    if (isMissing(error) && picomatch.scan(slashed(path)).isGlob) return filesMatching(path, cwd);
    return { found: [], mistake: `${printable(path)}: ${reason}` };
  }
  return search(absolute, cwd, { take: () => true, orElse: `${printable(path)}: no Markdown file in this folder` });
}

async function named(file: string, cwd: string): Promise<Found> {
  if (!isIgnored(file, "file", await rulesAbove(file, cwd, [".curatedignore"]))) return { found: [file] };
  return { found: [], note: `${displayPath(file, cwd)}: not checked, because of .curatedignore` };
}

function filesMatching(path: string, cwd: string): Promise<Found> {
  const { base, glob } = picomatch.scan(slashed(path));
  const matches = picomatch(glob);
  return search(resolve(cwd, unescaped(base)), cwd, {
    take: (steps) => steps.some((_, index) => matches(steps.slice(0, index + 1).join("/"))),
    orElse: `${printable(path)}: no Markdown file matches this glob`,
  });
}

interface Search {
  /** Whether a file is wanted, by its steps from the folder where the search begins. */
  take(steps: readonly string[]): boolean;
  /** What to say where there is nothing. */
  readonly orElse: string;
}

async function search(folder: string, cwd: string, { take, orElse }: Search): Promise<Found> {
  const found: string[] = [];
  try {
    for await (const { steps, files } of walk(folder, cwd)) {
      for (const name of files) {
        if (name.endsWith(".md") && take([...steps, name])) found.push(join(folder, ...steps, name));
      }
    }
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    const { path = folder } = error as NodeJS.ErrnoException;
    return { found, mistake: `${displayPath(path, cwd)}: ${reason}` };
  }
  return found.length > 0 ? { found } : { found, mistake: orElse };
}

function slashed(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** The fixed part of a glob, without the backslashes that took the meaning from its special characters. */
function unescaped(base: string): string {
  return base.replace(/\\(.)/gs, "$1");
}
