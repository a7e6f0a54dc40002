import { basename } from "node:path";
import { CONFIG_FILE } from "../service/languageService.ts";
import { type CheckedFile, countOf } from "./checkedFile.ts";
import type { ExitCode } from "./exitCode.ts";
import type { Terminal } from "./terminal.ts";

export interface VerdictOptions {
  /** More warnings than this count as a failure. */
  readonly maxWarnings: number;
}

/** What a check says to the shell, and to people where they could not tell from the report. */
export function verdict(
  checked: readonly CheckedFile[],
  { maxWarnings }: VerdictOptions,
  terminal: Pick<Terminal, "complain">,
): ExitCode {
  // What is said of articles counts for little where their site is set up by mistake.
  if (
    countOf(
      checked.filter(({ path }) => basename(path) === CONFIG_FILE),
      "error",
    ) > 0
  )
    return 2;
  const warnings = countOf(checked, "warning");
  if (warnings > maxWarnings) {
    terminal.complain(`curated-content: too many warnings: ${warnings}, allowed: ${maxWarnings}`);
    return 1;
  }
  return countOf(checked, "error") > 0 ? 1 : 0;
}
