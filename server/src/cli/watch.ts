import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ExitCode } from "./exitCode.ts";
import { ioReason } from "./ioReason.ts";
import { createFolderWatch } from "./selecting/folderWatch.ts";
import { walk } from "./selecting/walk.ts";
import type { Terminal } from "./terminal.ts";

export interface WatchOptions {
  /** What is checked, as typed: it is watched where it lies elsewhere, too. */
  readonly paths: readonly string[];
  /** The files that a check itself writes, absolute. */
  readonly own: readonly string[];
}

/**
 * Checks, and checks again whenever something has changed, until nobody reads what comes out.
 *
 * @param check checks once
 */
export async function watch(
  check: () => Promise<ExitCode>,
  { paths, own }: WatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const folders = createFolderWatch((path) => own.includes(path));
  const roots = [repositoryOf(terminal.cwd), ...paths.map((path) => resolve(terminal.cwd, path))];
  const update = async (): Promise<void> => {
    // What came into a new folder before it was watched is found by another look.
    while (folders.update(await foldersIn(roots, terminal.cwd)));
  };
  try {
    await update();
    terminal.clear();
    // What is typed wrong does not come right by itself.
    if ((await check()) === 2) return 2;
    while (!terminal.isClosed()) {
      terminal.complain("curated-content: waiting for changes");
      await folders.changed();
      await update();
      terminal.clear();
      await check();
    }
    return 0;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    terminal.complain(`curated-content: cannot watch: ${reason}`);
    return 2;
  } finally {
    folders.close();
  }
}

async function foldersIn(roots: readonly string[], cwd: string): Promise<ReadonlySet<string>> {
  const folders = new Set<string>();
  for (const root of roots) {
    const stats = statSync(root, { throwIfNoEntry: false });
    // Who writes a file may put another one in its place.
    if (stats?.isFile()) folders.add(dirname(root));
    if (folders.has(root) || !stats?.isDirectory()) continue;
    // What cannot be read is no reason not to watch the rest.
    for await (const { steps } of walk(root, cwd, isOfSystem)) folders.add(join(root, ...steps));
  }
  return folders;
}

function isOfSystem(error: unknown): boolean {
  return ioReason(error) !== undefined;
}

/** What a site says of itself lies beside its content. */
function repositoryOf(cwd: string): string {
  for (let folder = cwd; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
  }
  return cwd;
}

function reasonOf(error: unknown): string | undefined {
  const isLimit = error instanceof Error && (error as NodeJS.ErrnoException).code === "ENOSPC";
  return isLimit ? "there are more folders than the system lets a program watch" : ioReason(error);
}
