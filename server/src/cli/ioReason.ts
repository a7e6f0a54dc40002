import { getSystemErrorMap } from "node:util";

/** Why a file or folder cannot be used, in plain words; `undefined` for an error that is not the system's. */
export function ioReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isMissing(error)) return "no such file or folder";
  const { errno, code } = error as NodeJS.ErrnoException;
  if (code === "EISDIR") return "a folder, not a file";
  if (errno !== undefined) return getSystemErrorMap().get(errno)?.[1] ?? code;
  return code === "ERR_FS_FILE_TOO_LARGE" || code === "ERR_STRING_TOO_LONG" ? "too large" : undefined;
}

/** Whether an error says only that a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === "ENOENT" || code === "ENOTDIR";
}
