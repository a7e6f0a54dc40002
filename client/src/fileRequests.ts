import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileHeadResult,
  fileExists,
  readFile,
  readFiles,
  readFolders,
  readHead,
} from "../../server/src/protocol/requests.ts";

/** No configuration or vocabulary is as large; reading a larger file would cost the editor its memory. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** Reads files for a server that has no file system: in a browser, or on one that only VS Code knows. */
export function answerFileRequests(client: BaseLanguageClient, output: vscode.LogOutputChannel): void {
  const { fs } = vscode.workspace;
  const isFile = async (uri: vscode.Uri): Promise<boolean> => {
    const { type } = await fs.stat(uri);
    return (type & vscode.FileType.File) !== 0;
  };
  const answer = async <Result>(uri: string, missing: Result, work: (uri: vscode.Uri) => Promise<Result>) => {
    try {
      return await work(vscode.Uri.parse(uri));
    } catch (error) {
      if (!isMissing(error)) output.warn(`${uri} could not be read: ${String(error)}`);
      return missing;
    }
  };

  client.onRequest(readFile, ({ uri }) =>
    answer<string | null>(uri, null, async (file) => {
      if (!(await isFile(file))) return null;
      const { size } = await fs.stat(file);
      if (size <= LARGEST_FILE) return new TextDecoder().decode(await fs.readFile(file));
      output.error(`${uri} is not read: it is larger than 16 MB.`);
      return null;
    }),
  );
  client.onRequest(fileExists, ({ uri }) => answer(uri, false, isFile));
  client.onRequest(readFiles, ({ uri }) =>
    answer<readonly string[] | null>(uri, null, async (folder) => {
      const entries = await fs.readDirectory(folder).then(undefined, (error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    }),
  );
  client.onRequest(readHead, ({ uri, length }) =>
    answer<FileHeadResult | null>(uri, null, async (file) => {
      const { type, size } = await fs.stat(file);
      // VS Code reads files as a whole only.
      if ((type & vscode.FileType.File) === 0 || size > LARGEST_FILE) return null;
      const bytes = (await fs.readFile(file)).subarray(0, length);
      return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")), size };
    }),
  );
  client.onRequest(readFolders, ({ uri }) =>
    answer<readonly string[]>(uri, [], async (folder) => {
      const entries = await fs.readDirectory(folder);
      return entries.filter(([, type]) => (type & vscode.FileType.Directory) !== 0).map(([name]) => name);
    }),
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && ["FileNotFound", "FileNotADirectory"].includes(error.code);
}
