import type { CheckedFile } from "../checkedFile.ts";
import type { Terminal } from "../terminal.ts";

/** Puts the result of a check in words: all of what is printed, so empty where there is nothing to say. */
export type Reporter = (files: readonly CheckedFile[], terminal: Pick<Terminal, "cwd" | "palette">) => string;
