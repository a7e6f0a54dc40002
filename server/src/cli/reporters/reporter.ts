import type { CheckedFile } from "../checkedFile.ts";
import type { Palette } from "../palette.ts";

/** Puts what a check finds in words, piece by piece: what its functions give back is written as it is. */
export interface Reporter {
  /**
   * Is told of a file while others are still looked at: of those problems that no other file can change. Files come sorted
   * by path, whatever thread was done with which first. A reporter without it waits for the end.
   */
  early?(file: CheckedFile): string;
  /**
   * Is told of all files, sorted by path, with all their problems.
   *
   * @param complaints what went wrong beside that, a line each: not all was checked
   */
  end(files: readonly CheckedFile[], complaints: readonly string[]): string;
}

/** What reports may depend on besides what was found. */
export interface ReportContext {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** The folder that services know files relative to: that of the repository where they say it, else `cwd`. */
  readonly root: string;
  readonly palette: Palette;
  /** Of this program. */
  readonly version: string;
}

export type CreateReporter = (context: ReportContext) => Reporter;
