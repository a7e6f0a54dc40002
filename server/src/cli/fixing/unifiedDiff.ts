import { formatPatch, structuredPatch } from "diff";
import type { TextFile } from "../textFile.ts";

/**
 * The difference between two texts of a file, as `git diff` writes it and `git apply` takes it.
 *
 * @param path of the file below the folder that the difference is for, with slashes
 */
export function unifiedDiff(path: string, before: TextFile, after: TextFile): string {
  const [oldName, newName] = [`a/${path}`, `b/${path}`];
  const [oldText, newText] = [withMark(before), withMark(after)];
  const patch = structuredPatch(oldName, newName, oldText, newText, undefined, undefined, { context: 3 });
  return formatPatch({ ...patch, isGit: true });
}

/** The byte order mark is a part of the first line. */
function withMark({ text, hasBom }: TextFile): string {
  return hasBom ? `\uFEFF${text}` : text;
}
