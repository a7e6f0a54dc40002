import * as vscode from "vscode";
import type { Server } from "../server.ts";
import { restartServer } from "./restartServer.ts";
import { showOutput } from "./showOutput.ts";

/** A command that the extension contributes. */
export interface Command {
  readonly id: string;
  execute(): unknown;
}

/** Every command, ready to be called. */
export function registerCommands(server: Server, output: vscode.LogOutputChannel): vscode.Disposable {
  const commands: readonly Command[] = [restartServer(server), showOutput(output)];
  return vscode.Disposable.from(
    ...commands.map(({ id, execute }) => vscode.commands.registerCommand(id, () => execute())),
  );
}
