import type { Connection, RequestType } from "vscode-languageserver";
import { type FileParams, fileExists, readFile, readFiles, readFolders, readHead } from "../protocol/requests.ts";
import type { FileHead, Log, Workspace } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { describeError } from "./log.ts";

/** How files are read: the part of a `Workspace` that differs from place to place. */
export type Files = Omit<Workspace, "folders" | "openDocument" | "openDocuments" | "pause">;

/** Files as the client sees them: in a browser, or on a file system that only the editor knows. */
export function createClientFiles(connection: Connection, client: Client, log: Log): Files {
  const ask = async <Params extends FileParams, Result>(
    type: RequestType<Params, Result, void>,
    params: Params,
    missing: Result,
  ): Promise<Result> => {
    if (client.options.readsFiles !== true) return missing;
    try {
      return (await connection.sendRequest<Result | undefined>(type.method, params)) ?? missing;
    } catch (error) {
      log.warn(`${type.method} ${params.uri}: ${describeError(error)}`);
      return missing;
    }
  };
  const readHeadOf = async (uri: string, length: number): Promise<FileHead | undefined> => {
    const head = await ask(readHead, { uri, length }, null);
    return head === null ? undefined : { bytes: bytesOf(head.base64), size: head.size };
  };
  return {
    readFile: async (uri) => (await ask(readFile, { uri }, null)) ?? undefined,
    exists: (uri) => ask(fileExists, { uri }, false),
    readFolders: (uri) => ask(readFolders, { uri }, []),
    readFiles: async (uri) => (await ask(readFiles, { uri }, null)) ?? undefined,
    readHead: readHeadOf,
    async readStart(uri, length) {
      const head = await readHeadOf(uri, length);
      return head && { text: new TextDecoder().decode(head.bytes) };
    },
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
