import * as vscode from "vscode";
import { previewWithHugo } from "../commands/previewWithHugo.ts";
import { stopHugo } from "../commands/stopHugo.ts";
import { createHugoSites, type HugoSites } from "./hugoSites.ts";

/** The commands that run Hugo, which only an extension host with processes can. Every Hugo ends with the window. */
export function offerHugo(): vscode.Disposable {
  let sites: HugoSites | undefined;
  const theSites = (): HugoSites => {
    sites ??= createHugoSites();
    return sites;
  };
  void vscode.commands.executeCommand("setContext", "curatedContent.canRunHugo", true);
  const commands = [previewWithHugo(theSites), stopHugo(theSites)];
  return vscode.Disposable.from(
    { dispose: () => sites?.dispose() },
    ...commands.map(({ id, execute }) => vscode.commands.registerCommand(id, (...given) => execute(...given))),
  );
}
