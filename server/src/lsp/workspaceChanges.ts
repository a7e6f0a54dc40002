import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from "vscode-languageserver";
import type { LanguageService, Log } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { type Folders, normalise } from "./folders.ts";
import { describeError } from "./log.ts";
import { SECTION, type SettingsStore } from "./settings.ts";

/**
 * The files that say what is expected of articles, the images that they show and other articles among them. A site may name its vocabularies
 * and schemas as it likes, so all YAML and JSON is watched; for a file that means nothing to any site, `didChangeFile` says
 * so at once.
 */
const WATCHED: readonly string[] = [
  "**/*.{yaml,yml,json}",
  "**/*.md",
  "**/hugo.toml",
  "**/*.{avif,gif,jpeg,jpg,png,svg,webp}",
];

interface WorkspaceParts {
  readonly client: Client;
  readonly folders: Folders;
  readonly settings: SettingsStore;
  readonly service: LanguageService;
  readonly log: Log;
}

/** Follows settings, watched files and folders, and says when documents must be checked again. */
export function followWorkspace(
  connection: Connection,
  { client, folders, settings, service, log }: WorkspaceParts,
  checkAgain: () => void,
): void {
  connection.onDidChangeConfiguration(({ settings: all }) => {
    settings.didChange(all);
    checkAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // Each must be told, so no short cut.
    const matters = changes.filter(({ uri }) => service.didChangeFile(normalise(uri)));
    if (matters.length > 0) checkAgain();
  });
  connection.onInitialized(async () => {
    if (client.hasWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        // A folder that comes or goes changes where sites begin, as a configuration file in it does.
        for (const folder of folders.didChange(event)) service.didChangeFile(`${folder}/curated-content.yaml`);
        checkAgain();
      });
    }
    try {
      if (client.registers.configuration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      }
      if (client.registers.watchedFiles) {
        const watchers = WATCHED.map((globPattern) => ({ globPattern }));
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    } catch (error) {
      log.error(`The client does not tell about changes: ${describeError(error)}`);
    }
  });
}
