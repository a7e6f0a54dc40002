import * as vscode from "vscode";
import type { Range } from "vscode-languageclient";
import { type SiteNode, siteNodePlace } from "../../../server/src/protocol/requests.ts";
import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

/** Opens the site's own file that lists a community or topic of the tree, at its entry. */
export function goToListEntry(server: Server): Command {
  return {
    id: "curatedContent.goToListEntry",
    async execute(node) {
      const { listedIn, kind, steps = [] } = (node ?? {}) as Partial<SiteNode>;
      const key = steps.at(-1);
      if (listedIn === undefined || key === undefined || (kind !== "topic" && kind !== "community")) return;
      const place = await server.request(siteNodePlace, { uri: listedIn, kind, key });
      const options = place && { selection: toRange(place.range) };
      await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(listedIn), options);
    },
  };
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
