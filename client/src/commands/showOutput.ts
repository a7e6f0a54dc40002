import type { LogOutputChannel } from "vscode";
import type { Command } from "./index.ts";

export const showOutputId = "curatedContent.showOutput";

/** Shows what client and server have logged. */
export function showOutput(output: LogOutputChannel): Command {
  return { id: showOutputId, execute: () => output.show() };
}
