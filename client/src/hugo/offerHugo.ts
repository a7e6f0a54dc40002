import * as vscode from "vscode";
import { previewWithHugo } from "../commands/previewWithHugo.ts";
import { stopHugo } from "../commands/stopHugo.ts";
import { createHugoSites } from "./hugoSites.ts";

/** The commands that run Hugo, which only an extension host with processes can. Every Hugo ends with the window. */
export function offerHugo(): vscode.Disposable {
  const sites = createHugoSites();
  void vscode.commands.executeCommand("setContext", "curatedContent.canRunHugo", true);
  const commands = [previewWithHugo(sites), stopHugo(sites)];
  return vscode.Disposable.from(
    sites,
    ...commands.map(({ id, execute }) => vscode.commands.registerCommand(id, (...given) => execute(...given))),
  );
}
