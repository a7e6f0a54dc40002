import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { oneLine } from "../printable.ts";

const run = promisify(execFile);

/** What git knows to have changed, or why it does not know. */
export type Changes =
  | { readonly mistake: string }
  | { isChanged(path: string): boolean; readonly files: readonly string[] };

/**
 * The files that are not what they were where the work on them began: changed, added and not yet added to the repository.
 *
 * @param ref a commit; what counts is where it and the one that is checked out went separate ways
 */
export async function changedSince(ref: string, cwd: string): Promise<Changes> {
  try {
    const root = (await git(cwd, "rev-parse", "--show-toplevel")).replace(/\n$/, "");
    const files = [
      ...(await changedFrom(await commitOf(ref, cwd), root)),
      ...namesIn(await git(root, "ls-files", "-z", "--others", "--exclude-standard")),
    ].map((name) => join(root, name));
    return { files, isChanged: createIsChanged(files) };
  } catch (error) {
    return { mistake: `curated-content: --changed: ${reasonOf(error, ref)}` };
  }
}

/** `undefined` where nothing was ever committed. */
async function commitOf(ref: string, cwd: string): Promise<string | undefined> {
  const head = await commitAt("HEAD", cwd).catch(() => undefined);
  if (ref === "HEAD" && head === undefined) return undefined;
  const commit = ref === "HEAD" && head !== undefined ? head : await commitAt(ref, cwd);
  if (head === undefined) return commit;
  // Where a history was fetched only in part, they may have nothing in common.
  const base = await git(cwd, "merge-base", commit, head).catch(() => commit);
  return base.trim();
}

async function commitAt(ref: string, cwd: string): Promise<string> {
  const text = await git(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  return text.trim();
}

async function changedFrom(commit: string | undefined, root: string): Promise<readonly string[]> {
  const known =
    commit === undefined
      ? ["ls-files", "-z", "--cached"]
      : [
          "diff",
          "--name-only",
          "-z",
          "--no-renames",
          "--diff-filter=d",
          "--no-ext-diff",
          "--ignore-submodules",
          commit,
        ];
  return namesIn(await git(root, ...known, "--"));
}

/** No program that a repository names is started. */
async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", ["-c", "core.fsmonitor=false", ...args], { cwd, maxBuffer: 2 ** 30 });
  return stdout;
}

function namesIn(text: string): readonly string[] {
  return text.split("\0").filter((name) => name !== "");
}

/** git knows folders by where links lead. */
function createIsChanged(files: readonly string[]): (path: string) => boolean {
  const changed = new Set(files);
  const realFolders = new Map<string, string>();
  return (path) => {
    const folder = dirname(path);
    const real = realFolders.get(folder) ?? realpathSync(folder);
    realFolders.set(folder, real);
    return changed.has(join(real, basename(path)));
  };
}

function reasonOf(error: unknown, ref: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code, stderr = "" } = error as NodeJS.ErrnoException & { readonly stderr?: string };
  if (code === "ENOENT") return "there is no git";
  const [first = ""] = stderr.split("\n");
  return first === "" ? `there is no commit \`${oneLine(ref)}\`` : oneLine(first.replace(/^fatal: /, ""));
}
