import { URI, Utils } from "vscode-uri";

/** What stands in a URI as it is; a step that is a dot or two, or empty, has a meaning of its own. */
const PLAIN_PATH = /^(?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*$/;

/** The URI of what is at a path below a root. */
export function uriIn(root: string, path: string): string {
  // Asked for every page of a site.
  if (PLAIN_PATH.test(path) && !root.endsWith("/")) return `${root}/${path}`;
  return path === "" ? root : Utils.joinPath(URI.parse(root), path).toString();
}
