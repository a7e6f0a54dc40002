import { isJsonObject, type JsonObject, type JsonValue, objectIn } from "../document/jsonValue.ts";
import { isAddressKey } from "../model/hugo/addresses.ts";
import type { Addressing } from "../model/hugo/addressing.ts";
import type { Markup } from "../model/hugo/markup.ts";
import type { Publication } from "../model/hugo/publication.ts";
import { readDataFile } from "./dataFile.ts";
import { markupIn } from "./hugoMarkup.ts";
import { pathIn } from "./siteConfig.ts";
import type { Workspace } from "./workspace.ts";

/** What the site's own Hugo configuration says. */
export interface HugoConfig {
  /** Where pages are on the site. */
  readonly addressing: Addressing;
  /** What becomes of their bodies. */
  readonly markup: Markup;
  readonly publication: Publication;
}

/**
 * Reads Hugo's own configuration: all of its files, whatever environment they are for, because nobody can tell for which
 * the site will be built.
 *
 * @param root the site's root
 * @param content the folders with articles, below the root
 */
export async function readHugoConfig(
  workspace: Workspace,
  root: string,
  content: readonly string[],
): Promise<HugoConfig> {
  const configs = await Promise.all((await configFiles(workspace, root)).map((uri) => readConfig(workspace, uri)));
  return { addressing: addressingIn(configs, content), markup: markupIn(configs), publication: publicationIn(configs) };
}

/** How the site introduces itself. */
function publicationIn(configs: readonly (JsonObject | undefined)[]): Publication {
  const readable = configs.filter((config) => config !== undefined);
  const text = (key: string): string | undefined => {
    const value = lastOf(readable, key);
    return typeof value === "string" && value.trim() !== "" ? value : undefined;
  };
  return { title: text("title"), baseUrl: text("baseurl") };
}

function addressingIn(configs: readonly (JsonObject | undefined)[], content: readonly string[]): Addressing {
  const readable = configs.filter((config) => config !== undefined);
  const home = pathIn(lastOf(readable, "contentdir")) ?? usualHome(content);
  const isUnknown = readable.length < configs.length || readable.some(leadsElsewhere);
  const isPattern = readable.some(
    (config) =>
      Object.keys(objectIn(config.permalinks)).length > 0 ||
      config.disablepathtolower === true ||
      config.removepathaccents === true,
  );
  const language = lastOf(readable, "defaultcontentlanguage");
  return {
    home,
    source: isUnknown ? "unknown" : isPattern ? "url" : "file",
    language: typeof language === "string" ? language.toLowerCase() : "en",
    areLinksAddresses: !readable.some(({ baseurl }) => hasPath(baseurl)),
  };
}

/** Whether a file is one of those of Hugo's configuration. */
export function isHugoConfig(root: string, uri: string): boolean {
  return uri.startsWith(`${root}/`) && CONFIG.test(uri.slice(root.length + 1));
}

const CONFIG = /^(?:(?:hugo|config)|config\/[^/]+\/[^/]+)\.(?:toml|ya?ml|json)$/;

/** Those that are there. */
async function configFiles(workspace: Workspace, root: string): Promise<readonly string[]> {
  const environments = await workspace.readFolders(`${root}/config`);
  const folders = [root, ...environments.map((name) => `${root}/config/${name}`)];
  const files = await Promise.all(
    folders.map(async (folder) => ((await workspace.readFiles(folder)) ?? []).map((name) => `${folder}/${name}`)),
  );
  return files.flat().filter((uri) => isHugoConfig(root, uri));
}

/** A configuration with its keys in lower case, as Hugo has them; `undefined` where it cannot be read. */
async function readConfig(workspace: Workspace, uri: string): Promise<JsonObject | undefined> {
  const text = await workspace.readFile(uri);
  const data = text === undefined ? undefined : uri.endsWith(".toml") ? await tomlIn(text) : yamlIn(uri, text);
  if (data === undefined) return undefined;
  // In the folder of an environment a file holds the part that it is named for, of one language perhaps.
  const part = /\/config\/[^/]+\/([^/.]+)[^/]*$/.exec(uri)?.[1]?.toLowerCase();
  return lowerCased(part === undefined || part === "hugo" || part === "config" ? data : { [part]: data });
}

function yamlIn(uri: string, text: string): JsonValue | undefined {
  const { data, isWellFormed } = readDataFile(uri, text);
  return isWellFormed ? data : undefined;
}

async function tomlIn(text: string): Promise<JsonValue | undefined> {
  // A site whose configuration is YAML never needs it.
  const { parse } = await import("smol-toml");
  try {
    return JSON.parse(JSON.stringify(parse(text, { integersAsBigInt: false }))) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Hugo does not tell letter cases of its own keys apart. Those of two levels are enough here. */
function lowerCased(value: JsonValue): JsonObject {
  const lower = (object: JsonObject, inner: (value: JsonValue) => JsonValue): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, each]) => [key.toLowerCase(), inner(each)]));
  return lower(objectIn(value), (each) => (isJsonObject(each) ? lower(each, (inmost) => inmost) : each));
}

/** Whether pages are where nobody can tell from one file: several languages, other names of files, other folders. */
function leadsElsewhere(config: JsonObject): boolean {
  const { languages, uglyurls, ignorefiles, outputs, outputformats, cascade, module } = config;
  const tongues = Object.values(objectIn(languages));
  const page = objectIn(outputs).page;
  return (
    tongues.length > 1 ||
    tongues.some((tongue) => Object.keys(lowerCased(tongue)).includes("contentdir")) ||
    config.defaultcontentlanguageinsubdir === true ||
    (uglyurls !== undefined && uglyurls !== false) ||
    (Array.isArray(ignorefiles) && ignorefiles.length > 0) ||
    (Array.isArray(page) && !page.some((format) => String(format).toLowerCase() === "html")) ||
    objectIn(outputformats).html !== undefined ||
    [cascade].flat().some((part) => Object.keys(objectIn(part as JsonValue)).some(isAddressKey)) ||
    [objectIn(module).mounts ?? []].flat().some((mount) => /^content(?:\/|$)/.test(targetOf(mount as JsonValue))) ||
    kindsIn(config.disablekinds).some((kind) => kind === "page" || kind === "section")
  );
}

function targetOf(mount: JsonValue): string {
  return String(lowerCased(mount).target ?? "");
}

function kindsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((kind) => String(kind).toLowerCase()) : [];
}

/** What the last of the configurations that say it say of a key. */
function lastOf(configs: readonly JsonObject[], key: string): JsonValue | undefined {
  return configs.findLast((config) => config[key] !== undefined)?.[key];
}

/** Hugo's own, unless the one folder with articles is elsewhere. */
function usualHome(content: readonly string[]): string {
  const [only = "content"] = content;
  return content.length === 1 && !only.startsWith("content/") ? only : "content";
}

function hasPath(baseUrl: JsonValue | undefined): boolean {
  return typeof baseUrl === "string" && /^(?:\w+:)?\/\/[^/]+\/+[^/]/.test(baseUrl);
}
