import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileOperationRegistrationOptions,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import type { Log } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { type Folders, normalise } from "./folders.ts";
import { describeError } from "./log.ts";
import { SECTION, type SettingsStore } from "./settings.ts";

/**
 * The files that say what is expected of articles, the images that they show and other articles among them. A site may name
 * its vocabularies and schemas as it likes, so all YAML and JSON is watched; for a file that means nothing to any site,
 * `didChangeFiles` says so at once. Of a folder that is deleted or renamed VS Code tells the folder alone, whatever was in
 * it, so that of everything is told that it is deleted.
 */
const WATCHED: readonly FileSystemWatcher[] = [
  { globPattern: "**/*.{yaml,yml,json}" },
  { globPattern: "**/*.md" },
  { globPattern: "**/_index.html" },
  { globPattern: "**/*.toml" },
  { globPattern: "**/*.{avif,gif,jpeg,jpg,png,svg,webp}" },
  { globPattern: "**/*", kind: WatchKind.Delete },
];

const ANY_FILE: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: "**/*" } }] };

/** What the editor itself does to files is told by it as well: not every file system tells all of that to watchers. */
export const FILE_OPERATIONS = { didCreate: ANY_FILE, didRename: ANY_FILE, didDelete: ANY_FILE };

interface WorkspaceParts {
  readonly client: Client;
  readonly folders: Folders;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/** What is done about what happens in the workspace. */
interface WorkspaceEvents {
  /** Takes over that files were changed, created or deleted, all of them at once. */
  didChangeFiles(uris: readonly string[]): void;
  /** Takes over that something is expected of documents that was not before. */
  checkAgain(): void;
  /** Is called once the client can be asked for something. */
  ready(): void;
}

/** Follows settings, watched files and folders. */
export function followWorkspace(
  connection: Connection,
  { client, folders, settings, log }: WorkspaceParts,
  { didChangeFiles, checkAgain, ready }: WorkspaceEvents,
): void {
  connection.onDidChangeConfiguration(({ settings: all }) => {
    settings.didChange(all);
    checkAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // Two watchers tell of a file that is deleted. What a git checkout changes comes in one message, and is one change.
    didChangeFiles([...new Set(changes.map(({ uri }) => normalise(uri)))]);
  });
  const { workspace } = connection;
  workspace.onDidCreateFiles(({ files }) => didChangeFiles(files.map(({ uri }) => normalise(uri))));
  workspace.onDidDeleteFiles(({ files }) => didChangeFiles(files.map(({ uri }) => normalise(uri))));
  workspace.onDidRenameFiles(({ files }) =>
    didChangeFiles(files.flatMap(({ oldUri, newUri }) => [normalise(oldUri), normalise(newUri)])),
  );
  connection.onInitialized(async () => {
    ready();
    if (client.hasWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        // A folder that comes or goes changes where sites begin, as a configuration file in it does.
        didChangeFiles(folders.didChange(event).map((folder) => `${folder}/curated-content.yaml`));
      });
    }
    try {
      if (client.registers.configuration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      }
      if (client.registers.watchedFiles) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHED] });
      }
    } catch (error) {
      log.error(`The client does not tell about changes: ${describeError(error)}`);
    }
  });
}
