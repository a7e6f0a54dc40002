import { type JsonValue, objectIn } from "../document/jsonValue.ts";
import { DEFAULT_HUGO, type HugoVersion, hugoVersionOf } from "../model/hugo/version.ts";
import { isWebAddress } from "../model/text/webAddress.ts";
import type { DataFile } from "./dataFile.ts";

/** What a site says of itself in `curated-content.yaml`, with the defaults for what it does not say. */
export interface SiteConfig {
  /** Folders with articles, below the root. */
  readonly content: readonly string[];
  /** Folders with images and other files that belong to no single article, below the root. */
  readonly assetRoots: readonly string[];
  readonly communities: string;
  readonly topics: string;
  /** The address of the site's OpenProject, without a slash at its end. */
  readonly openProject: string | undefined;
  readonly hugo: HugoVersion;
}

/** Takes from the file what is right in it. */
export function toSiteConfig(file: DataFile): SiteConfig {
  const data = objectIn(file.data);
  const vocabularies = objectIn(data.vocabularies);
  return {
    content: foldersIn(data.content, ["content"]),
    assetRoots: foldersIn(data.assetRoots, ["static", "assets"]),
    communities: pathIn(data.communities) ?? "data/communities.yaml",
    topics: pathIn(vocabularies.topics) ?? "data/topics.yaml",
    openProject: addressIn(objectIn(data.openProject).url),
    hugo: hugoOf(data.hugo) ?? DEFAULT_HUGO,
  };
}

/**
 * The version of Hugo that the site is built with. YAML reads `0.150` as the number 0.15; as Hugo 0.15 is ten years old, a
 * number that starts so has lost its zeros.
 */
function hugoOf(hugo: JsonValue | undefined): HugoVersion | undefined {
  const version = objectIn(hugo).version;
  if (typeof version === "number")
    return hugoVersionOf(String(version).replace(/^0\.[12]\d?$/, (short) => short.padEnd(5, "0")));
  return typeof version === "string" ? hugoVersionOf(version) : undefined;
}

function addressIn(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && isWebAddress(value) ? value.replace(/\/+$/, "") : undefined;
}

/** A folder or a list of folders; the usual ones where none is named. */
function foldersIn(value: JsonValue | undefined, usual: readonly string[]): readonly string[] {
  const folders = (Array.isArray(value) ? value : [value]).flatMap((folder) => pathIn(folder) ?? []);
  return folders.length > 0 ? folders : usual;
}

/** A path below the root, without slashes and dots at its ends. */
export function pathIn(value: JsonValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const parts = value.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 || parts.includes("..") ? undefined : parts.join("/");
}
