import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import { pathWithin } from "../pathWithin.ts";

/** A path as services know files: below a folder and with slashes; absolute where it is not below. */
export function pathBelow(root: string, path: string): string {
  return (pathWithin(root, path) || path).replaceAll(sep, "/");
}

/** The same as a URI reference (RFC 3986). */
export function uriBelow(root: string, path: string): string {
  // Half a character has no address.
  const whole = path.replace(/\p{Cs}/gu, "\ufffd");
  const below = pathWithin(root, whole);
  return below ? below.split(sep).map(encodeURIComponent).join("/") : pathToFileURL(whole).href;
}
