import type { Connection, RequestType } from "vscode-languageserver";
import { type FileParams, fileExists, readFile, readFolders } from "../protocol/requests.ts";
import type { Log, Workspace } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { describeError } from "./log.ts";

/** How files are read: the part of a `Workspace` that differs from place to place. */
export type Files = Omit<Workspace, "folders">;

/** Files as the client sees them: in a browser, or on a file system that only the editor knows. */
export function createClientFiles(connection: Connection, client: Client, log: Log): Files {
  const ask = async <Result>(type: RequestType<FileParams, Result, void>, uri: string, missing: Result) => {
    if (client.options.readsFiles !== true) return missing;
    try {
      return (await connection.sendRequest(type, { uri })) ?? missing;
    } catch (error) {
      log.warn(`${type.method} ${uri}: ${describeError(error)}`);
      return missing;
    }
  };
  return {
    readFile: async (uri) => (await ask(readFile, uri, null)) ?? undefined,
    exists: (uri) => ask(fileExists, uri, false),
    readFolders: (uri) => ask(readFolders, uri, []),
  };
}
