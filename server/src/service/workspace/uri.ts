import { URI, Utils } from "vscode-uri";

/** The URI of what is at a path below a root. */
export function uriIn(root: string, path: string): string {
  return path === "" ? root : Utils.joinPath(URI.parse(root), path).toString();
}
