import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ExitCode } from "./exitCode.ts";
import { programFile } from "./programFile.ts";
import type { Terminal } from "./terminal.ts";

/** How an editor talks to the server; over standard input and output where nothing is said. */
export interface LspOptions {
  readonly stdio?: true;
  /** The port of this machine at which the editor listens. */
  readonly socket?: string;
  /** The name of the pipe at which the editor listens. */
  readonly pipe?: string;
  /** The editor's process: when it is gone, the server ends. */
  readonly clientProcessId?: string;
}

/**
 * Makes this process the language server. That is a file of its own, which is loaded here and nowhere else: no other command
 * waits for it.
 *
 * @returns once the server runs, which it does until its client leaves
 */
export async function lsp(options: LspOptions, terminal: Terminal): Promise<ExitCode> {
  const server = join(dirname(programFile()), "server.js");
  if (!existsSync(server)) {
    terminal.complain(`curated-content: the language server is not installed: ${server} is missing`);
    return 2;
  }
  // The server is a program, too, and learns from the arguments how to talk.
  process.argv = [process.execPath, server, ...argumentsFor(options)];
  // What goes wrong from here on is the server's to tell: to the editor, not to a terminal.
  process.removeAllListeners("uncaughtException");
  await import(pathToFileURL(server).href);
  return 0;
}

function argumentsFor({ socket, pipe, clientProcessId }: LspOptions): readonly string[] {
  const transport = socket !== undefined ? `--socket=${socket}` : pipe !== undefined ? `--pipe=${pipe}` : "--stdio";
  return clientProcessId === undefined ? [transport] : [transport, `--clientProcessId=${clientProcessId}`];
}
