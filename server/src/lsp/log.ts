import type { RemoteConsole } from "vscode-languageserver";
import type { Log } from "../service/languageService.ts";

/** The client's log. */
export function createLog(console: RemoteConsole): Log {
  return {
    debug: (message) => console.debug(message),
    info: (message) => console.info(message),
    warn: (message) => console.warn(message),
    error: (message) => console.error(message),
  };
}

/** An error in full: whoever reads the log wants to know where it came from. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What the system says, in one line, as `EACCES: permission denied, open '…'`; all else in full. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && "syscall" in error ? error.message : describeError(error);
}
