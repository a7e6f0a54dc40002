import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { oncePerText } from "../service/languageService.ts";

/** The folders that are open. */
export interface Folders {
  all(): readonly string[];
  /** Takes over a change. @returns the folders that came or went */
  didChange(event: WorkspaceFoldersChangeEvent): readonly string[];
}

export function createFolders({ workspaceFolders, rootUri }: InitializeParams): Folders {
  const first = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  let folders: readonly string[] = first.map(normalise);
  return {
    all: () => folders,
    didChange({ added, removed }) {
      const [came, went] = [added, removed].map((list) => list.map(({ uri }) => normalise(uri)));
      folders = [...folders.filter((folder) => !went?.includes(folder)), ...(came ?? [])];
      return [...(came ?? []), ...(went ?? [])];
    },
  };
}

/** Clients differ in what they escape in a URI, and in whether that of a folder ends with a slash. */
export const normalise = oncePerText((uri: string): string => {
  const parsed = URI.parse(uri);
  return parsed.with({ path: parsed.path.replace(/(?<=.)\/$/, "") }).toString();
});
