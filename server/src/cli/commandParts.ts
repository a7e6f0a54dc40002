import type { ExitCode } from "./exitCode.ts";
import type { Terminal } from "./terminal.ts";

/** What a command of the program is given. */
export interface CommandParts {
  readonly terminal: Terminal;
  /** Is told what happens. */
  readonly trace: (line: string) => void;
  /** Takes the exit code. */
  finish(code: ExitCode): void;
}
